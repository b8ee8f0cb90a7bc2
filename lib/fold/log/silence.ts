import type { Event } from "@/lib/events/event";

/** A pause at least this long is collapsed to a labelled divider, in milliseconds. */
export const longSilence = 2 * 60 * 1000;

/** Milliseconds since 1970 of an instant (ISO 8601 UTC, six decimals; microseconds are truncated). */
function epochMilliseconds(instant: string): number {
  return Date.parse(instant);
}

/** The pause between two events, in milliseconds; never negative. */
export function silenceBetween(earlier: Event, later: Event): number {
  return Math.max(0, epochMilliseconds(later.occurredAt) - epochMilliseconds(earlier.occurredAt));
}
