/** A choice is compared by this much of it: WhatsApp cuts the titles of reply buttons at 20 characters. */
const compared = 20;
const mostOffered = 60;
const deepest = 6;
const tellingFields = new Set(["title", "text", "body", "label", "variable", "value", "name", "id", "event_id"]);

/**
 * What a prompt lets one choose or fill in: titles of its buttons, options and list items, variables of its form fields, the
 * appointment it offers. Read from the raw message, so that it serves every prompt alike. Empty when nothing can be told: a
 * slider, a date, a file, or more than anybody would compare.
 */
export function offeredChoices(message: unknown): string[] {
  const found = new Set<string>();
  collect(message, { found, inList: false, depth: 0 });
  return found.size > mostOffered ? [] : [...found];
}

/** What an answer says: the chosen title, the fields it fills in, the appointment it confirms. */
export function givenChoices(message: unknown): string[] {
  const found = new Set<string>();
  collect(message, { found, inList: true, depth: 0 });
  return [...found].slice(0, mostOffered);
}

/** Whether an answer can belong to a prompt: "no" only when both say something and share nothing. */
export function fits(offered: readonly string[], given: readonly string[]): "yes" | "unknown" | "no" {
  if (offered.length === 0 || given.length === 0) return "unknown";
  return given.some((choice) => offered.includes(choice)) ? "yes" : "no";
}

interface Collection {
  found: Set<string>;
  inList: boolean;
  depth: number;
}

function collect(value: unknown, { found, inList, depth }: Collection): void {
  if (typeof value !== "object" || value === null || depth > deepest) return;
  for (const [key, inner] of Object.entries(value)) {
    const isTelling = tellingFields.has(key) && (inList || key === "event_id");
    if (isTelling) for (const said of Array.isArray(inner) ? inner : [inner]) add(found, said);
    if (typeof inner === "object") collect(inner, { found, inList: inList || Array.isArray(inner), depth: depth + 1 });
  }
}

function add(found: Set<string>, said: unknown): void {
  if (typeof said === "number") found.add(String(said));
  if (typeof said !== "string") return;
  const line = said.slice(0, 1000).replace(/<[^>]*>/g, " ");
  // A multi-select answer joins what was chosen with commas.
  for (const part of [line, ...line.split(/[,;\n]/)]) {
    const choice = part.replace(/\s+/g, " ").trim().toLowerCase().slice(0, compared).trimEnd();
    if (choice !== "") found.add(choice);
  }
}
