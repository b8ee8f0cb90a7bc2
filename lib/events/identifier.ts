import { storableText } from "@/lib/json/storable-text";
import { isBlank } from "@/lib/text/is-blank";

/** Maximum length of an identifier: ids and names are in database indexes, which reject long entries. */
const maxLength = 512;

/** An id, key or name as text, sent as text or number: 7525695, "8292". Null for null, blanks and "None". */
export function identifier(value: unknown): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : null;
  if (typeof value !== "string" || value === "None" || isBlank(value)) return null;
  return storableText(value.slice(0, maxLength));
}
