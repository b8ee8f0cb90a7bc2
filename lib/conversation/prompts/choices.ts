import { detached } from "../message-identity";

/** Characters of a choice that are compared: WhatsApp truncates the titles of reply buttons at 20. */
const compared = 20;
const maxTextLength = 1000;
const maxOffered = 60;
const maxTexts = 1000;
const maxDepth = 6;
const descriptiveFields = new Set([
  ...["title", "text", "body", "label", "variable", "value", "name", "id", "event_id"],
  ...["options", "choices", "votes", "selected_options"],
]);

/**
 * The choices of a prompt: titles of its buttons, options and list items, variables of its form fields, its appointment. Read
 * from the raw message, so that it works for every type of prompt. Empty if they cannot be determined (a slider, a date, a file)
 * or are too many to compare.
 */
export function offeredChoices(message: unknown): string[] {
  const texts = textsIn(message, { inList: false, depth: 0 });
  if (texts.length > maxTexts) return [];
  const offered = comparable(texts, maxOffered + 1);
  return offered.length > maxOffered ? [] : offered;
}

/** The choices in an answer: the chosen title, the form fields, the confirmed appointment. */
export function givenChoices(message: unknown): string[] {
  return comparable(givenTexts(message).slice(0, maxTexts), maxOffered);
}

/** The same in full, as sent. */
export function givenTexts(message: unknown): string[] {
  return textsIn(message, { inList: true, depth: 0 });
}

/** Whether an answer can belong to a prompt: "no" only if both have choices and share none. */
export function fits(offered: readonly string[], given: readonly string[]): "yes" | "unknown" | "no" {
  if (offered.length === 0 || given.length === 0) return "unknown";
  return given.some((choice) => offered.includes(choice)) ? "yes" : "no";
}

interface Reach {
  /** In a prompt, only values in lists are choices; an appointment is identified by its id. */
  inList: boolean;
  depth: number;
}

function textsIn(value: unknown, { inList, depth }: Reach, found: string[] = []): string[] {
  if (typeof value !== "object" || value === null || depth > maxDepth) return found;
  for (const [key, inner] of Object.entries(value)) {
    const isTelling = descriptiveFields.has(key) && (inList || key === "event_id" || Array.isArray(inner));
    if (isTelling)
      for (const said of Array.isArray(inner) ? inner : [inner]) if (isSaid(said)) found.push(String(said));
    if (typeof inner === "object") textsIn(inner, { inList: inList || Array.isArray(inner), depth: depth + 1 }, found);
  }
  return found;
}

function isSaid(value: unknown): value is string | number | boolean {
  return (typeof value === "string" && value !== "") || typeof value === "number" || typeof value === "boolean";
}

/** The first `limit` distinct texts. */
function comparable(texts: readonly string[], limit: number): string[] {
  const choices = new Set<string>();
  for (const text of texts) {
    const line = text.slice(0, maxTextLength);
    // A multi-select answer contains the choices separated by commas.
    for (const part of [line, ...line.split(/[,;\n]/)]) {
      if (choices.size === limit) return [...choices];
      const words = part
        .replace(/<[^<>]*>/g, " ")
        .replace(/\s+/g, " ")
        .trim();
      if (words !== "") choices.add(detached(words.toLowerCase().slice(0, compared).trimEnd()));
    }
  }
  return [...choices];
}
