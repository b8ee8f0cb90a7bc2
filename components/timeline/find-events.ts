import type { Event } from "@/lib/events/event";
import { type FoldedText, foldText } from "@/lib/search/fold-for-search";
import { isFound } from "@/lib/search/is-found";

/**
 * Events that contain `query`, in order: in the one-line text, the actor's name and e-mail, the types, or anywhere in the payload
 * (answers, variables, links). A superset of what the inbox's search finds.
 */
export function findEvents(events: readonly Event[], query: string): Event[] {
  const needle = foldText(query);
  if (needle.plain === "") return [];
  return events.filter((event) => isFound(needle, haystackOf(event)));
}

/** Prepares the texts for {@link findEvents} in steps of a few milliseconds, so that the first keystroke is not slow. */
export function* readForFinding(events: readonly Event[]): Generator<undefined, void> {
  for (const [index, event] of events.entries()) {
    haystackOf(event);
    if (index % eventsPerStep === eventsPerStep - 1) yield;
  }
}

const eventsPerStep = 50;

// A cache: normalizing ten thousand payloads at every keystroke would be slow, and events never change.
const haystacks = new WeakMap<Event, FoldedText>();

function haystackOf(event: Event): FoldedText {
  const known = haystacks.get(event);
  if (known !== undefined) return known;
  const { text, actor, type, messageType, payload, id } = event;
  const parts = [text, actor?.name, actor?.email, type, messageType, ...leaves(payload), id];
  const haystack = foldText(parts.filter(Boolean).join("\n"));
  haystacks.set(event, haystack);
  return haystack;
}

function leaves(value: unknown): string[] {
  if (value === null || typeof value !== "object") return [String(value)];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...leaves(inner)]);
}
