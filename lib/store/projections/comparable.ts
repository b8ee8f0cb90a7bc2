import "server-only";
import { parseTimestamp } from "@/lib/time/instant";

export interface Comparable {
  /** The type for comparison with < and >. */
  type: "number" | "date" | "text";
  /** For a date: microseconds since 1970. */
  number: number | null;
}

/** Detects the type of a variable's value from its text: a number, a date or time (UTC unless it has an offset), or text. */
export function comparableOf(text: string): Comparable {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(number)) return { type: "number", number };
  const moment = parseTimestamp(text);
  return moment === null ? { type: "text", number: null } : { type: "date", number: Number(moment) };
}
