import { compareEvents } from "@/lib/events/compare-events";
import type { Event } from "@/lib/events/event";
import { getJson } from "./client";
import { eventPage } from "./event";

const PAGE_SIZE = 1000;
const TAIL_SIZE = 200;

/** A conversation's events in timeline order; `complete` is false while only its last ones have come. */
export interface LoadedEvents {
  events: readonly Event[];
  complete: boolean;
}

interface LoadOptions {
  /** What was loaded before. */
  known: LoadedEvents | undefined;
  signal: AbortSignal;
  /** Told the last events of a long conversation as soon as they are there: the page opens at its end. */
  onTail: (tail: LoadedEvents) => void;
}

/**
 * All events of a conversation in timeline order, `(occurredAt, id)`.
 * Once it is complete only the events stored since are asked for: ids grow in the order of storing, whenever the event happened.
 */
export async function loadEvents(
  conversationKey: string,
  { known, signal, onTail }: LoadOptions,
): Promise<LoadedEvents> {
  const path = `/api/v1/conversations/${encodeURIComponent(conversationKey)}/events`;
  if (known?.complete) {
    const since = highestId(known.events);
    const found = await loadPages(path, since === null ? {} : { since }, signal);
    return found.length === 0 ? known : { events: merge(known.events, found), complete: true };
  }
  const last = new URLSearchParams({ last: "true", limit: String(TAIL_SIZE) });
  const { data: tail } = await getJson(`${path}?${last}`, eventPage, { signal });
  if (tail.length < TAIL_SIZE) return { events: tail, complete: true };
  if (known === undefined) onTail({ events: tail, complete: false });
  return { events: merge(tail, await loadPages(path, {}, signal)), complete: true };
}

async function loadPages(path: string, filter: { since?: string }, signal: AbortSignal): Promise<Event[]> {
  const found: Event[] = [];
  let cursor: string | null = null;
  do {
    const parameters = new URLSearchParams({ ...filter, limit: String(PAGE_SIZE) });
    if (cursor !== null) parameters.set("cursor", cursor);
    const page: { data: Event[]; nextCursor: string | null } = await getJson(`${path}?${parameters}`, eventPage, {
      signal,
    });
    found.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

/** The events already known stay the same objects: what was derived from them stays valid. */
function merge(known: readonly Event[], found: readonly Event[]): readonly Event[] {
  const byId = new Map([...found, ...known].map((event) => [event.id, event]));
  return [...byId.values()].sort(compareEvents);
}

function highestId(events: readonly Event[]): string | null {
  let highest: string | null = null;
  for (const { id } of events) {
    if (highest === null || id.length > highest.length || (id.length === highest.length && id > highest)) highest = id;
  }
  return highest;
}
