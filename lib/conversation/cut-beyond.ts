import { detached } from "./message-identity";

/** Characters of text kept in full in one state or response. */
const maxFullLength = 1_000_000;
/** Characters kept of each text beyond that. */
const maxTruncatedLength = 1000;

/**
 * Truncates a text once the texts before it exceed a million characters, and adds where the full text is: a conversation may
 * contain a thousand messages of a megabyte.
 */
export function cutBeyond(used: number, text: string, eventId: string): string {
  if (text.length <= maxTruncatedLength || used + text.length <= maxFullLength) return text;
  const kept = detached(text.slice(0, maxTruncatedLength)).toWellFormed();
  return `${kept}… (${(text.length - maxTruncatedLength).toLocaleString("en")} more characters in event ${eventId})`;
}

/** The same for a value of any type: truncates its JSON. */
export function cutValueBeyond(used: number, value: unknown, eventId: string): unknown {
  if (typeof value !== "object" || value === null)
    return typeof value === "string" ? cutBeyond(used, value, eventId) : value;
  const json = JSON.stringify(value);
  const cut = cutBeyond(used, json, eventId);
  return cut === json ? value : cut;
}

export function lengthOfValue(value: unknown): number {
  return typeof value === "string" ? value.length : typeof value === "object" ? JSON.stringify(value).length : 8;
}

/** Tracks the characters of text used in one response. */
export class TextBudget {
  private used = 0;

  take(text: string, eventId: string): string {
    const kept = cutBeyond(this.used, text, eventId);
    this.used += kept.length;
    return kept;
  }

  takeValue(value: unknown, eventId: string): unknown {
    const kept = cutValueBeyond(this.used, value, eventId);
    this.used += lengthOfValue(kept);
    return kept;
  }
}
