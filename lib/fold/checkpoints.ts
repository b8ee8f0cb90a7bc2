import { emptyState, type FoldState } from "@/lib/conversation/fold-state";
import type { Event } from "@/lib/events/event";
import { fold } from "./fold";

/** Events between two checkpoints: folding that many takes a few milliseconds. */
const spacing = 100;
const checkpointsOf = new WeakMap<readonly Event[], FoldState[]>();

/**
 * The state right after the event at `index` (from 0; -1 is before the first) of a conversation's events in timeline order. Fast
 * for any index: checkpoints are cached at every hundredth event, for as long as the caller keeps the list, which must not be
 * modified in place.
 */
export function stateAt(events: readonly Event[], index: number): FoldState {
  const count = countUpTo(events, index);
  for (const work = checkpointing(events, index); !work.next().done; );
  const place = Math.floor(count / spacing);
  return fold(events.slice(place * spacing, count), keptFor(events)[place]);
}

/** Whether {@link stateAt} needs to fold only a few hundred events. */
export function isStateNear(events: readonly Event[], index: number): boolean {
  return Math.floor(countUpTo(events, index) / spacing) < keptFor(events).length + 3;
}

/** Creates the checkpoints up to `index`, with a `yield` after each to keep the page responsive. */
export function* checkpointing(events: readonly Event[], index: number): Generator<undefined, void> {
  const kept = keptFor(events);
  const wanted = Math.floor(countUpTo(events, index) / spacing);
  while (kept.length <= wanted) {
    const next = kept.length;
    kept.push(fold(events.slice((next - 1) * spacing, next * spacing), kept[next - 1]));
    yield;
  }
}

/** Reuses the checkpoints of an earlier list, as far as both start with the same events. */
export function continueCheckpoints(earlier: readonly Event[], events: readonly Event[]): void {
  const kept = checkpointsOf.get(earlier);
  if (kept === undefined || checkpointsOf.has(events)) return;
  const shared = sharedLength(earlier, events);
  if (shared > 0) checkpointsOf.set(events, kept.slice(0, Math.floor(shared / spacing) + 1));
}

/** The number of leading events that two lists share. */
export function sharedLength(one: readonly Event[], other: readonly Event[]): number {
  const most = Math.min(one.length, other.length);
  for (let length = 0; length < most; length++) if (one[length] !== other[length]) return length;
  return most;
}

function keptFor(events: readonly Event[]): FoldState[] {
  const kept = checkpointsOf.get(events) ?? [emptyState(events[0]?.envelope.conversation.key ?? "")];
  checkpointsOf.set(events, kept);
  return kept;
}

function countUpTo(events: readonly Event[], index: number): number {
  return Math.min(Math.max(index + 1, 0), events.length);
}
