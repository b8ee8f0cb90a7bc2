import "server-only";
import { parseTimestamp } from "@/lib/time/instant";

export interface Comparable {
  /** As what it is compared by < and >. */
  type: "number" | "date" | "text";
  /** Of a date, microseconds since 1970. */
  number: number | null;
}

/** What the text of a variable's value is: a number or what reads as one, a date or time (UTC unless it has an offset), or a text. */
export function comparableOf(text: string): Comparable {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(number)) return { type: "number", number };
  const moment = parseTimestamp(text);
  return moment === null ? { type: "text", number: null } : { type: "date", number: Number(moment) };
}
