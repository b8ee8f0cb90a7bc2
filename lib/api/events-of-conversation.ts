import { compareEvents } from "@/lib/events/compare-events";
import type { Event } from "@/lib/events/event";
import { getJson } from "./client";
import { eventPage } from "./event";

const PAGE_SIZE = 1000;

/**
 * All events of a conversation in timeline order, `(occurredAt, id)`.
 * With `known` events only the ones stored since are asked for: ids grow in the order of storing, whenever the event happened.
 */
export async function loadEvents(
  conversationKey: string,
  known: readonly Event[] | undefined,
  signal: AbortSignal,
): Promise<readonly Event[]> {
  const path = `/api/v1/conversations/${encodeURIComponent(conversationKey)}/events`;
  const since = highestId(known ?? []);
  const found: Event[] = [];
  let cursor: string | null = null;
  do {
    const parameters = new URLSearchParams({ limit: String(PAGE_SIZE) });
    if (since !== null) parameters.set("since", since);
    if (cursor !== null) parameters.set("cursor", cursor);
    const page: { data: Event[]; nextCursor: string | null } = await getJson(`${path}?${parameters}`, eventPage, {
      signal,
    });
    found.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return known === undefined ? found : merge(known, found);
}

function merge(known: readonly Event[], found: readonly Event[]): readonly Event[] {
  if (found.length === 0) return known;
  const byId = new Map([...known, ...found].map((event) => [event.id, event]));
  return [...byId.values()].sort(compareEvents);
}

function highestId(events: readonly Event[]): string | null {
  let highest: string | null = null;
  for (const { id } of events) {
    if (highest === null || id.length > highest.length || (id.length === highest.length && id > highest)) highest = id;
  }
  return highest;
}
