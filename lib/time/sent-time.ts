import { type Instant, parseTimestamp } from "./instant";
import { parseUnixTime } from "./unix-time";

/**
 * Parses common formats of a sender's timestamp: ISO 8601, a Unix time as number or digits, an HTTP or e-mail date, the output of
 * `Date` and `asctime`, dates with slashes if day and month are unambiguous. UTC if without a zone. Null for anything else.
 */
export function readSentTime(sent: string | number): Instant | null {
  const text = String(sent).trim();
  if (text.length > maxLength) return null;
  return parseTimestamp(text) ?? parseUnixTime(text) ?? inWords(text) ?? inNumbers(text);
}

const maxLength = 100;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** The zones of RFC 2822. Other abbreviations are ambiguous. */
const zones: Record<string, string> = {
  ut: "Z",
  utc: "Z",
  gmt: "Z",
  z: "Z",
  edt: "-04:00",
  est: "-05:00",
  cdt: "-05:00",
  cst: "-06:00",
  mdt: "-06:00",
  mst: "-07:00",
  pdt: "-07:00",
  pst: "-08:00",
};

const clock = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?<fraction>[.,]\d{1,18})?)?(?:\s*(?<half>[ap])\.?m\.?)?`;
const zone = String.raw`(?:\s*(?:(?<zone>[A-Z]{1,3})|(?:GMT|UTC)?\s*(?<offset>[+-]\d{2}:?\d{2})))?(?:\s+[A-Z]{3,4}|\s*\([^)]*\)|\s*\[[^\]]*\])?`;
const time = String.raw`(?:[\s,T]+(?:at\s+)?${clock}${zone})?`;
const weekday = String.raw`(?:[a-z]{3,9}\.?,?\s+)?`;
const month = "(?<month>[a-z]{3,9})";

function pattern(source: string): RegExp {
  return new RegExp(`^${source}$`, "i");
}

const wordPatterns = [
  // Fri, 01 Sep 2023 14:13:32 GMT · Friday, 01-Sep-23 14:13:32 GMT · 1 September 2023
  pattern(String.raw`${weekday}(?<day>\d{1,2})[-\s]${month}\.?,?[-\s](?<year>\d{4}|\d{2})${time}`),
  // Fri Sep 01 2023 14:13:32 GMT+0200 (CEST) · September 1, 2023 2:13 PM
  pattern(String.raw`${weekday}${month}\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})${time}`),
  // Fri Sep  1 14:13:32 2023 · Fri Sep  1 14:13:32 UTC 2023
  pattern(String.raw`${weekday}${month}\s+(?<day>\d{1,2})\s+${clock}(?:\s+(?<zone>[A-Z]{1,3}))?\s+(?<year>\d{4})`),
];

function inWords(text: string): Instant | null {
  for (const each of wordPatterns) {
    const parts = each.exec(text)?.groups;
    if (parts === undefined) continue;
    const name = parts.month?.toLowerCase() ?? "";
    const place = months.indexOf(name.slice(0, 3));
    if (place === -1 || !fullMonths[place]?.startsWith(name)) return null;
    return instantOf({ ...parts, month: String(place + 1) });
  }
  return null;
}

const fullMonths = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

const numberPatterns = [
  // 2023/09/01 14:13:32 · 2023.09.01 · 2023-09-01 14:13:32 +0000 UTC · 2023-09-01T14:13:32+02:00[Europe/Berlin]
  pattern(String.raw`(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})${time}`),
  // 20230901T141332.141788Z
  pattern(
    String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})T(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})(?<fraction>[.,]\d{1,18})?(?:(?<zone>Z)|(?<offset>[+-]\d{2}:?\d{2}))?`,
  ),
  // 01.09.2023 14:13
  pattern(String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})${time}`),
];

/** Day and month are in either order; the values decide. */
const slashes = pattern(String.raw`(?<one>\d{1,2})([/-])(?<other>\d{1,2})\2(?<year>\d{4})${time}`);

const wrapped = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/;
const scientific = /^\d\.?\d*e\+?\d{1,2}$/i;

function inNumbers(text: string): Instant | null {
  for (const each of numberPatterns) {
    const parts = each.exec(text)?.groups;
    if (parts !== undefined) return instantOf(parts);
  }
  const parts = slashes.exec(text)?.groups;
  if (parts !== undefined) return withSlashes(parts);
  const digits = wrapped.exec(text)?.[1] ?? (scientific.test(text) ? String(Number(text)) : null);
  return digits === null ? null : parseUnixTime(digits);
}

type Parts = Record<string, string | undefined>;

function withSlashes({ one = "", other = "", ...parts }: Parts): Instant | null {
  if (Number(one) === Number(other) || Number(one) > 12) return instantOf({ ...parts, day: one, month: other });
  return Number(other) > 12 ? instantOf({ ...parts, day: other, month: one }) : null;
}

function instantOf({ year = "", month = "", day = "", fraction = "", offset, ...parts }: Parts): Instant | null {
  const { minute = "00", second = "00" } = parts;
  const hour = hourOf(parts);
  const zone = offset ?? (parts.zone === undefined ? "Z" : zones[parts.zone.toLowerCase()]);
  if (hour === null || zone === undefined) return null;
  const date = `${fullYear(year)}-${month}-${day}`;
  return parseTimestamp(`${date} ${hour}:${minute}:${second}${fraction}${zone}`);
}

function hourOf({ hour = "0", half }: Parts): number | null {
  if (half === undefined) return Number(hour);
  if (Number(hour) < 1 || Number(hour) > 12) return null;
  return (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

/** RFC 2822, section 4.3. */
function fullYear(year: string): string {
  if (year.length !== 2) return year;
  return Number(year) < 50 ? `20${year}` : `19${year}`;
}
