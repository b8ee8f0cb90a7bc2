import type { Instant } from "./instant";

/** Number of digits of a current Unix time, and the digits missing to microseconds: from seconds to nanoseconds. */
const missingDigits = new Map([
  [9, 6],
  [10, 6],
  [13, 3],
  [16, 0],
  [19, -3],
]);

/**
 * Parses a Unix time, as a number or digits: `1693577612.141788`, `1693577612141`. The number of digits determines the unit, from
 * 1973 on (smaller units from 2001 on); null for anything else.
 */
export function parseUnixTime(sent: number | string): Instant | null {
  const [, whole = "", fraction = ""] = /^([1-9]\d{8,18})(?:\.(\d+))?$/.exec(String(sent).trim()) ?? [];
  const missing = missingDigits.get(whole.length);
  if (missing === undefined) return null;
  return missing < 0
    ? BigInt(whole.slice(0, missing))
    : BigInt(whole + fraction.padEnd(missing, "0").slice(0, missing));
}
