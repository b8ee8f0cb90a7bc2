import { identifier } from "@/lib/events/identifier";
import { isRecord } from "@/lib/json/is-record";
import { plainText } from "@/lib/text/plain-text";

/** A choice as it was sent. */
export interface SentChoice {
  title: string;
  /** `next_dialog`; null if missing. */
  leadsTo: string | null;
}

const mostChoices = 1000;
const maxDepth = 6;
const longestTitle = 300;
const longestTarget = 100;
const titles = ["title", "text", "label", "name", "id"];

/**
 * The choices of a message: buttons, options and items of lists, from its raw form, so that it works for every type. An element of a
 * list that itself contains lists, as a section or a card, is not one.
 */
export function choicesOfPrompt(message: unknown): SentChoice[] {
  const found: SentChoice[] = [];
  collect(message, found, 0, false);
  return found;
}

function collect(value: unknown, found: SentChoice[], depth: number, isElement: boolean): void {
  if (depth > maxDepth || found.length >= mostChoices) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found, depth + 1, true);
    return;
  }
  if (!isRecord(value)) {
    if (isElement && typeof value === "string" && value !== "") found.push({ title: titleOf(value), leadsTo: null });
    return;
  }
  const parts = Object.values(value).filter((part) => typeof part === "object" && part !== null);
  if (isElement && !parts.some(Array.isArray)) {
    const title = titles.map((name) => value[name]).find((text) => typeof text === "string" && text !== "");
    if (typeof title === "string") {
      const leadsTo = identifier(value.next_dialog);
      found.push({ title: titleOf(title), leadsTo: leadsTo?.slice(0, longestTarget).toWellFormed() ?? null });
      return;
    }
  }
  for (const part of parts) collect(part, found, depth + 1, false);
}

function titleOf(text: string): string {
  return plainText(text.slice(0, longestTitle)).toWellFormed();
}
