import type { Event } from "@/lib/events/event";

/** A pause at least this long is folded to a labelled divider, in milliseconds. */
export const longSilence = 2 * 60 * 1000;

/** Milliseconds since the epoch of one of our instants (ISO 8601 UTC, six decimals; the microseconds are cut). */
function epochMilliseconds(instant: string): number {
  return Date.parse(instant);
}

/** How long nothing happened before this event, in milliseconds; never negative. */
export function silenceBetween(earlier: Event, later: Event): number {
  return Math.max(0, epochMilliseconds(later.occurredAt) - epochMilliseconds(earlier.occurredAt));
}
