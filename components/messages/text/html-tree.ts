import { fromHtml } from "hast-util-from-html";
import { TagScanner } from "@/lib/text/html-tags";
import { type SafeTree, safeTree } from "./safe-tree";

/** Longer HTML takes too long to parse: it is shown as plain text. */
const maxLength = 30_000;

/** Parses and sanitizes HTML of a message; null if it has no text or cannot be rendered. */
export function htmlTree(html: string): SafeTree | null {
  if (html.length > maxLength) return null;
  try {
    return safeTree(fromHtml(withStrayBracketsEscaped(html), { fragment: true }));
  } catch {
    // The parsers recurse: thousands of nesting levels exhaust the stack.
    return null;
  }
}

/** `1 <3 and <order number>` is not markup: only HTML tags and comments are passed to the parser. */
function withStrayBracketsEscaped(html: string): string {
  const scanner = new TagScanner(html);
  return html.replace(/</g, (bracket, index: number) =>
    scanner.tagAt(index) !== null || html.startsWith("<!--", index) ? bracket : "&lt;",
  );
}
