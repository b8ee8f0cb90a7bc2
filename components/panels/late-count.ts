import type { Event } from "@/lib/events/event";

/**
 * How many events arrived after one that happened later than they did. Ids grow in the order of arrival, so an event is
 * late when something further down the timeline has a smaller id.
 */
export function lateCount(events: readonly Event[]): number {
  let late = 0;
  let smallest: string | null = null;
  for (const { id } of events.toReversed()) {
    if (smallest !== null && isSmaller(smallest, id)) late += 1;
    else smallest = id;
  }
  return late;
}

function isSmaller(one: string, other: string): boolean {
  return one.length === other.length ? one < other : one.length < other.length;
}
