import type { Root } from "hast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toHast } from "mdast-util-to-hast";
import { gfm } from "micromark-extension-gfm";
import { safeTree } from "./safe-tree";

/** Markdown (GitHub's, with tables) as a tree that is safe to draw. HTML in it is left out; null when it cannot be drawn. */
export function markdownTree(markdown: string): Root | null {
  try {
    const parsed = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    const tree = toHast(parsed);
    return tree.type === "root" ? safeTree(tree) : null;
  } catch {
    // The parsers recurse: quotes nested thousands deep exhaust the stack.
    return null;
  }
}
