import { fromHtml } from "hast-util-from-html";
import { TagScanner } from "@/lib/text/html-tags";
import { type SafeTree, safeTree } from "./safe-tree";

/** Longer HTML takes too long to parse: it is drawn as plain text. */
const longest = 30_000;

/** A message's HTML as a tree that is safe to draw; null when it has nothing to read or cannot be drawn. */
export function htmlTree(html: string): SafeTree | null {
  if (html.length > longest) return null;
  try {
    return safeTree(fromHtml(withStrayBracketsEscaped(html), { fragment: true }));
  } catch {
    // The parsers recurse: HTML nested thousands deep exhausts the stack.
    return null;
  }
}

/** `1 <3 and <order number>` is not markup: only real HTML tags and comments are left to the parser. */
function withStrayBracketsEscaped(html: string): string {
  const scanner = new TagScanner(html);
  return html.replace(/</g, (bracket, index: number) =>
    scanner.tagAt(index) !== null || html.startsWith("<!--", index) ? bracket : "&lt;",
  );
}
