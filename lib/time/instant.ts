/**
 * Whole microseconds since 1970-01-01T00:00:00Z as a bigint: the sender's timestamps have microseconds and the order depends on
 * them, but a `Date` would round them. As text: ISO 8601 UTC with exactly six decimals.
 */
export type Instant = bigint;

const written =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,18}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?)?$/i;
const millisecondsADay = 86_400_000;

/**
 * Parses the sender's `YYYY-MM-DD HH:MM:SS.ffffff`, which has no zone and is UTC (docs/support-hunt/webhook.md §2). Also accepts
 * `T`, `Z`, an offset, and fewer or more decimals (truncated to six). Null for anything else and for dates and times that do not
 * exist, such as 30 February.
 */
export function parseTimestamp(text: string): Instant | null {
  const match = written.exec(text.trim());
  if (match === null) return null;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", zone = "Z"] = match;
  const milliseconds = utcMilliseconds(
    [year, month, day].map(Number) as [number, number, number],
    [hour, minute, second].map(Number) as [number, number, number],
  );
  const offset = offsetMilliseconds(zone);
  if (milliseconds === null || offset === null) return null;
  const instant = BigInt(milliseconds - offset) * 1000n + BigInt(fraction.padEnd(6, "0").slice(0, 6));
  return isWritable(instant) ? instant : null;
}

/**
 * Formats as `2023-09-01T14:13:32.141788Z`. Throws a RangeError outside the years 0 to 9999, which `parseTimestamp` never
 * returns.
 */
export function toIso(instant: Instant): string {
  if (!isWritable(instant)) throw new RangeError(`No ISO 8601 text with a four-digit year for ${instant} µs`);
  const withinMillisecond = ((instant % 1000n) + 1000n) % 1000n;
  const milliseconds = Number((instant - withinMillisecond) / 1000n);
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${String(withinMillisecond).padStart(3, "0")}Z`;
}

/** The inverse of `toIso`. Throws a RangeError for other text. */
export function fromIso(iso: string): Instant {
  const instant = parseTimestamp(iso);
  if (instant === null) throw new RangeError(`Not an ISO 8601 instant: ${iso}`);
  return instant;
}

/** The current time, with the millisecond resolution of the system clock. */
export function now(): Instant {
  return BigInt(Date.now()) * 1000n;
}

/** Converts milliseconds with decimals to whole microseconds. */
export function microsecondsOf(milliseconds: number): bigint {
  return BigInt(Math.round(milliseconds * 1000));
}

/** Milliseconds between two ISO texts, with decimals for the microseconds; negative if `to` is earlier. */
export function millisecondsBetween(from: string, to: string): number {
  return Number(fromIso(to) - fromIso(from)) / 1000;
}

function utcMilliseconds(
  [year, month, day]: [number, number, number],
  [hour, minute, second]: [number, number, number],
): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 : null;
}

function offsetMilliseconds(zone: string): number | null {
  if (!/^[+-]/.test(zone)) return 0;
  const [hours = 0, minutes = 0, seconds = 0] = (zone.match(/\d{2}/g) ?? []).map(Number);
  if (minutes > 59 || seconds > 59) return null;
  const milliseconds = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  if (milliseconds >= millisecondsADay) return null;
  return zone.startsWith("-") ? -milliseconds : milliseconds;
}

const earliest = -62_167_219_200_000_000n; // 0000-01-01T00:00:00Z
const latest = 253_402_300_799_999_999n; // 9999-12-31T23:59:59.999999Z

function isWritable(instant: Instant): boolean {
  return instant >= earliest && instant <= latest;
}
