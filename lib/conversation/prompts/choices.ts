import { detached } from "../message-identity";

/** A choice is compared by this much of it: WhatsApp cuts the titles of reply buttons at 20 characters. */
const compared = 20;
const longestText = 1000;
const mostOffered = 60;
const mostTexts = 1000;
const deepest = 6;
const tellingFields = new Set([
  ...["title", "text", "body", "label", "variable", "value", "name", "id", "event_id"],
  ...["options", "choices", "votes", "selected_options"],
]);

/**
 * What a prompt lets one choose or fill in: titles of its buttons, options and list items, variables of its form fields, the
 * appointment it offers. Read from the raw message, so that it serves every prompt alike. Empty when nothing can be told: a
 * slider, a date, a file, or more than anybody would compare.
 */
export function offeredChoices(message: unknown): string[] {
  const texts = textsIn(message, { inList: false, depth: 0 });
  if (texts.length > mostTexts) return [];
  const offered = comparable(texts, mostOffered + 1);
  return offered.length > mostOffered ? [] : offered;
}

/** What an answer says: the chosen title, the fields it fills in, the appointment it confirms. */
export function givenChoices(message: unknown): string[] {
  return comparable(givenTexts(message).slice(0, mostTexts), mostOffered);
}

/** The same in full, as it was sent. */
export function givenTexts(message: unknown): string[] {
  return textsIn(message, { inList: true, depth: 0 });
}

/** Whether an answer can belong to a prompt: "no" only when both say something and share nothing. */
export function fits(offered: readonly string[], given: readonly string[]): "yes" | "unknown" | "no" {
  if (offered.length === 0 || given.length === 0) return "unknown";
  return given.some((choice) => offered.includes(choice)) ? "yes" : "no";
}

interface Reach {
  /** In a prompt only what stands in a list is a choice; an appointment is told by its id. */
  inList: boolean;
  depth: number;
}

function textsIn(value: unknown, { inList, depth }: Reach, found: string[] = []): string[] {
  if (typeof value !== "object" || value === null || depth > deepest) return found;
  for (const [key, inner] of Object.entries(value)) {
    const isTelling = tellingFields.has(key) && (inList || key === "event_id" || Array.isArray(inner));
    if (isTelling)
      for (const said of Array.isArray(inner) ? inner : [inner]) if (isSaid(said)) found.push(String(said));
    if (typeof inner === "object") textsIn(inner, { inList: inList || Array.isArray(inner), depth: depth + 1 }, found);
  }
  return found;
}

function isSaid(value: unknown): value is string | number | boolean {
  return (typeof value === "string" && value !== "") || typeof value === "number" || typeof value === "boolean";
}

/** The first `most` of them that differ. */
function comparable(texts: readonly string[], most: number): string[] {
  const choices = new Set<string>();
  for (const text of texts) {
    const line = text.slice(0, longestText);
    // A multi-select answer joins what was chosen with commas.
    for (const part of [line, ...line.split(/[,;\n]/)]) {
      if (choices.size === most) return [...choices];
      const words = part
        .replace(/<[^<>]*>/g, " ")
        .replace(/\s+/g, " ")
        .trim();
      if (words !== "") choices.add(detached(words.toLowerCase().slice(0, compared).trimEnd()));
    }
  }
  return [...choices];
}
