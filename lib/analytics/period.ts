import { readMoment } from "@/lib/filters/values/moment";
import { readDurationRange } from "@/lib/filters/values/range";
import { Zone } from "@/lib/time/zone";

/** The period of a request that has none. */
export const defaultPeriod = { from: "30d", to: "now" };

export const momentWords = "must be a day (2024-01-31), a time (2024-01-31T09:00:00Z), or how long ago (7d, 24h)";

/**
 * Parses the start or end of a period: a day is its start in the zone, a time is UTC unless it has an offset, `7d` is so long
 * before now.
 *
 * @param now microseconds since 1970
 * @returns microseconds since 1970; null if invalid
 */
export function readPeriodMoment(text: string, now: bigint, tz: string): bigint | null {
  const written = text.trim();
  if (written === "now") return now;
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written) ?? [];
  const moment = readMoment(written, "start");
  if (day !== undefined) {
    return moment === null ? null : BigInt(new Zone(tz).startOfDay(Number(year), Number(month), Number(day))) * 1000n;
  }
  const ago = /^\d/.test(written) ? (readDurationRange(written)?.from ?? null) : null;
  return ago === null ? moment : now - ago;
}
