import { type Instant, microsecondsOf } from "./instant";

/** The same day and time of the next month in UTC, or that month's last day if it is shorter. */
export function oneMonthAfter(instant: Instant): Instant {
  const from = new Date(Number(instant / 1000n));
  const to = new Date(from);
  to.setUTCMonth(from.getUTCMonth() + 1);
  if (to.getUTCDate() !== from.getUTCDate()) to.setUTCDate(0);
  return microsecondsOf(to.getTime()) + (instant % 1000n);
}
