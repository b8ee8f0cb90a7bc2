import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toHast } from "mdast-util-to-hast";
import { gfm } from "micromark-extension-gfm";
import { type SafeTree, safeTree } from "./safe-tree";

/** The parser's time grows with the square of these: `_*` a few thousand times takes it minutes. */
const mostMarkers = 1000;
const mostEmphasis = 400;
const longest = 30_000;
/** A row of a table counts as many cells as its head: 8 kB can make millions. */
const mostCells = 2000;

type MarkdownRoot = ReturnType<typeof fromMarkdown>;
type MarkdownNode = MarkdownRoot | MarkdownRoot["children"][number];

/** Markdown (GitHub's, with tables) as a tree that is safe to draw; null when it cannot be drawn. `<order number>` is text. */
export function markdownTree(markdown: string): SafeTree | null {
  if (isCostly(markdown)) return null;
  try {
    const parsed = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    if (cellsIn(parsed) > mostCells) return null;
    const tree = toHast(parsed, { handlers: { html: (_state, { value }) => ({ type: "text", value }) } });
    return tree.type === "root" ? safeTree(tree) : null;
  } catch {
    // The parsers recurse: quotes nested thousands deep exhaust the stack.
    return null;
  }
}

function isCostly(markdown: string): boolean {
  if (markdown.length > longest) return true;
  const markers = markdown.match(/[*_~`[\]()!<>#|&@\\\n+:-]/g)?.length ?? 0;
  const emphasis = markdown.match(/[*_~]/g)?.length ?? 0;
  return markers > mostMarkers + markdown.length / 10 || emphasis > mostEmphasis + markdown.length / 50;
}

function cellsIn(node: MarkdownNode): number {
  if (node.type === "table") return (node.children[0]?.children.length ?? 0) * node.children.length;
  return "children" in node ? node.children.reduce((cells, child) => cells + cellsIn(child), 0) : 0;
}
