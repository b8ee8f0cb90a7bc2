const maxDepth = 50;
/** Code is never changed, whoever sends it. */
const code = "script";

/** A copy of a message's content with every text in it mapped. Returns the content itself if nothing changes. */
export function mapWords<Content>(content: Content, change: (text: string) => string): Content {
  // The copy has the shape of the original.
  return changed(content, change, 0) as Content;
}

function changed(value: unknown, change: (text: string) => string, depth: number): unknown {
  if (typeof value === "string") return change(value);
  if (typeof value !== "object" || value === null || depth > maxDepth) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => changed(item, change, depth + 1));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const entries = Object.entries(value);
  const mapped = entries.map(([key, member]): [string, unknown] => [
    key,
    key === code ? member : changed(member, change, depth + 1),
  ]);
  return mapped.some(([, member], index) => member !== entries[index]?.[1]) ? Object.fromEntries(mapped) : value;
}

/** The possible start of a character reference, tag or comment, also where another text follows. */
const markup = /&(?=#?[\da-z]{0,8}(?:;|$))|<(?=[a-z/!]|$)/gi;

/** Escapes text as HTML: a visitor's `<select>` is not a tag. */
export function asHtml(text: string): string {
  return text.replace(markup, (character) => (character === "&" ? "&amp;" : "&lt;"));
}
