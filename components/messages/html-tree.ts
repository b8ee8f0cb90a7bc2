import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { TagScanner } from "@/lib/messages/html-tags";
import { safeTree } from "./safe-tree";

/** A message's HTML as a tree that is safe to draw; null when it has nothing to read or cannot be drawn. */
export function htmlTree(html: string): Root | null {
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
