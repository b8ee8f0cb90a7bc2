import { storableText } from "@/lib/json/storable-text";
import { isBlank } from "@/lib/text/is-blank";

/** Longest identifier kept: ids and names stand in database indexes, which refuse long entries. */
const longest = 512;

/** An id, key or name as text, whatever the sender used: 7525695, "8292". Null for what says nothing: null, blanks, "None". */
export function identifier(value: unknown): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : null;
  if (typeof value !== "string" || value === "None" || isBlank(value)) return null;
  return storableText(value.slice(0, longest));
}
