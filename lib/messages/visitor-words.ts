/**
 * A message that a visitor sent, with its words written as HTML: every definition reads HTML, and a visitor's `<select>` is no
 * tag. Equal parts stay the same objects.
 */
export function visitorWords<Content>(content: Content): Content {
  // The copy has the shape of the original.
  return escaped(content, 0) as Content;
}

const deepest = 50;
/** Code is read as code, whoever sends it. */
const code = "script";

function escaped(value: unknown, depth: number): unknown {
  if (typeof value === "string") return escapeMarkup(value);
  if (typeof value !== "object" || value === null || depth > deepest) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => escaped(item, depth + 1));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const entries = Object.entries(value);
  const changed = entries.map(([key, member]): [string, unknown] => [
    key,
    key === code ? member : escaped(member, depth + 1),
  ]);
  return changed.some(([, member], index) => member !== entries[index]?.[1]) ? Object.fromEntries(changed) : value;
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<]/g, (character) => (character === "&" ? "&amp;" : "&lt;"));
}
