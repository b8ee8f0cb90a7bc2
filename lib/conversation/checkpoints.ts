import type { Event } from "@/lib/events/event";
import { fold } from "./fold";
import { emptyState, type FoldState } from "./fold-state";

/** Events between two states that are kept: folding that many takes a few milliseconds. */
const spacing = 100;
const checkpointsOf = new WeakMap<readonly Event[], FoldState[]>();

/**
 * The state right after the event at `index` (from 0; -1 is before the first) of a conversation's events in timeline order.
 * Cheap for any index in any order: states are kept at every hundredth event, for as long as the caller keeps the list, which
 * must not be changed in place.
 */
export function stateAt(events: readonly Event[], index: number): FoldState {
  const count = Math.min(Math.max(index + 1, 0), events.length);
  const place = Math.floor(count / spacing);
  return fold(events.slice(place * spacing, count), checkpoint(events, place));
}

/** The state after `place` times `spacing` events. */
function checkpoint(events: readonly Event[], place: number): FoldState {
  const kept = checkpointsOf.get(events) ?? [emptyOf(events)];
  checkpointsOf.set(events, kept);
  for (let next = kept.length; next <= place; next += 1)
    kept.push(fold(events.slice((next - 1) * spacing, next * spacing), kept[next - 1]));
  return kept[place] ?? emptyOf(events);
}

function emptyOf(events: readonly Event[]): FoldState {
  return emptyState(events[0]?.envelope.conversation.key ?? "");
}
