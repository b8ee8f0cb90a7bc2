import { readMoment } from "./moment";

/** Inclusive; null for an open end. */
export interface Range {
  from: bigint | null;
  to: bigint | null;
}

type Edge = "start" | "end";
type ReadValue = (text: string, edge: Edge) => bigint | null;

export const momentRangeWords =
  "must be a day or time (2024-01-31), a range (2024-01-01..2024-01-31), a comparison (>=2024-01-01), the last while (7d, 24h), today or yesterday";
export const countRangeWords = "must be a whole number (10), a comparison (>10) or a range (5..20)";
export const sizeRangeWords = "must be a comparison (>10kb, <=500) or a range (1kb..2mb) of bytes, kb and mb";
export const durationRangeWords =
  "must be a comparison (<1h, >=90s) or a range (10m..2h, 10m..<2h) of s, m, h, d and w";

/**
 * Parses a range of moments, in microseconds since 1970: `2024-01-31` (the whole UTC day), `2024-01-01..2024-01-31` (either end
 * may be missing), `>=2024-01-01`, `today` and `yesterday` (UTC days), `7d` (the last seven times 24 hours). In a `..` range, a
 * duration is relative to now: `30d..7d`.
 *
 * @param now microseconds since 1970
 * @returns null if invalid, or if it ends before it starts
 */
export function readMomentRange(text: string, now: bigint): Range | null {
  const last = readSpan(text.trim());
  if (last !== null) return { from: now - last, to: null };
  const isBetween = text.includes("..");
  return readRange(text, (value, edge) => {
    const span = isBetween ? readSpan(value) : null;
    return span === null ? readMoment(namedDay(value, now) ?? value, edge) : now - span;
  });
}

/** Parses a range of whole numbers: `10`, `>10`, `>=10`, `<5`, `5..20`, `5..`. */
export function readCountRange(text: string): Range | null {
  return readRange(text, (value) => (/^\d{1,9}$/.test(value) ? BigInt(value) : null));
}

/** Parses a range of durations, in microseconds: `<1h`, `>=1h30m`, `10m..2h`, `10m..<2h`. */
export function readDurationRange(text: string): Range | null {
  return readRange(text, (value) => (value === "0" ? 0n : readSpan(value)));
}

/** The text of a range of durations that {@link readDurationRange} parses: its edges are whole seconds, included or not. */
export function writeDurationRange({ from, to }: Range): string {
  const isPast = from !== null && from % second === 1n;
  const isBelow = to !== null && (to + 1n) % second === 0n;
  const first = from === null ? "" : writeSpan(from);
  const last = to === null ? "" : writeSpan(isBelow ? to + 1n : to);
  if (to === null) return `${isPast ? ">" : ">="}${first}`;
  if (from === null) return `${isBelow ? "<" : "<="}${last}`;
  return `${isPast ? ">" : ""}${first}..${isBelow ? "<" : ""}${last}`;
}

/** Reads a range of sizes, in bytes: `>10kb`, `500`, `1kb..1.5mb`. A kilobyte has 1,000 bytes. */
export function readSizeRange(text: string): Range | null {
  return readRange(text, (value) => {
    const [, digits, unit = ""] = /^(\d{1,9}(?:\.\d{1,3})?)\s*(b|kb|mb)?$/i.exec(value) ?? [];
    if (digits === undefined) return null;
    return BigInt(Math.round(Number(digits) * (byteUnits[unit.toLowerCase()] ?? 1)));
  });
}

const byteUnits: { [unit: string]: number } = { kb: 1000, mb: 1_000_000 };

function readRange(text: string, read: ReadValue): Range | null {
  const written = text.trim();
  const [, first, second] = /^(.*?)\s*\.\.\s*(.*)$/.exec(written) ?? [];
  const [, comparison, value] = /^(>=|<=|>|<)\s*(.+)$/.exec(written) ?? [];
  if (first !== undefined && second !== undefined) return between(first, second, read);
  if (comparison !== undefined && value !== undefined) return compared(comparison, value, read);
  return closed(read(written, "start"), read(written, "end"));
}

function between(first: string, second: string, read: ReadValue): Range | null {
  if (first === "" && second === "") return null;
  const from = first === "" ? null : readFirst(first, read);
  const to = second === "" ? null : readLast(second, read);
  if ((first !== "" && from === null) || (second !== "" && to === null)) return null;
  return from !== null && to !== null && from > to ? null : { from, to };
}

/** The start of a range: with `>`, it is not included. */
function readFirst(text: string, read: ReadValue): bigint | null {
  if (!text.startsWith(">")) return read(text, "start");
  const excluded = read(text.slice(1).trim(), "end");
  return excluded === null ? null : excluded + 1n;
}

/** The end of a range: with `<`, it is not included. */
function readLast(text: string, read: ReadValue): bigint | null {
  if (!text.startsWith("<")) return read(text, "end");
  const excluded = read(text.slice(1).trim(), "start");
  return excluded === null ? null : excluded - 1n;
}

function compared(comparison: string, value: string, read: ReadValue): Range | null {
  const start = read(value, "start");
  const end = read(value, "end");
  if (start === null || end === null) return null;
  switch (comparison) {
    case ">":
      return { from: end + 1n, to: null };
    case ">=":
      return { from: start, to: null };
    case "<":
      return { from: null, to: start - 1n };
    default:
      return { from: null, to: end };
  }
}

function closed(from: bigint | null, to: bigint | null): Range | null {
  return from === null || to === null ? null : { from, to };
}

const second = 1_000_000n;
const microseconds = [604_800_000_000n, 86_400_000_000n, 3_600_000_000n, 60_000_000n, 1_000_000n];

/** Parses `2w`, `1h30m`: weeks, days, hours, minutes, seconds, in this order. */
function readSpan(text: string): bigint | null {
  const parts = /^(?:(\d{1,6})w)?(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/i.exec(text)?.slice(1);
  if (parts === undefined || text === "") return null;
  return microseconds.reduce((sum, unit, place) => sum + unit * BigInt(parts[place] ?? 0), 0n);
}

/** `1h30m`, without the microseconds. */
function writeSpan(span: bigint): string {
  let rest = span;
  const parts = microseconds.map((unit, place) => {
    const count = rest / unit;
    rest %= unit;
    return count === 0n ? "" : `${count}${"wdhms"[place]}`;
  });
  return parts.join("") || "0s";
}

function namedDay(text: string, now: bigint): string | null {
  const name = text.toLowerCase();
  if (name !== "today" && name !== "yesterday") return null;
  const daysAgo = name === "today" ? 0 : 1;
  return new Date(Number(now / 1000n) - daysAgo * 86_400_000).toISOString().slice(0, 10);
}
