import { parseTimestamp } from "@/lib/time/instant";

const wholeDay = /^\d{4}-\d{1,2}-\d{1,2}$/;
const microsecondsADay = 86_400_000_000n;

/**
 * Parses a moment from a filter: a date (`2023-09-01`, the whole UTC day), or a date and time with an offset; without one it is
 * UTC, like the platform's timestamps. A space is accepted for the `+` that a URL decodes.
 *
 * @param edge start or end of a whole day
 * @returns microseconds since 1970, or null if invalid
 */
export function readMoment(text: string, edge: "start" | "end"): bigint | null {
  const written = text.trim().replace(/(:\d{2}(?:\.\d+)?) (\d{2}:?\d{2})$/, "$1+$2");
  const instant = parseTimestamp(written);
  if (instant === null) return null;
  return edge === "end" && wholeDay.test(written) ? instant + microsecondsADay - 1n : instant;
}
