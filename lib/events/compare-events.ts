import type { Event } from "./event";

type Placed = Pick<Event, "id" | "occurredAt">;

/**
 * Timeline order: the sender's clock, then the order of arrival (contract: "Two events with one timestamp"). Ids are decimal
 * integers that grow as events arrive, compared without turning them into numbers, which they may outgrow.
 */
export function compareEvents(a: Placed, b: Placed): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1;
  if (a.id.length !== b.id.length) return a.id.length - b.id.length;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
