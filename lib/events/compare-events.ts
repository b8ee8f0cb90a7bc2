import type { Event } from "./event";

type Placed = Pick<Event, "id" | "occurredAt">;

/**
 * Timeline order: the sender's timestamp, then the order of arrival (contract: "Two events with one timestamp"). Ids are
 * increasing decimal integers, compared as text because they may exceed 2^53.
 */
export function compareEvents(a: Placed, b: Placed): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1;
  if (a.id.length !== b.id.length) return a.id.length - b.id.length;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
