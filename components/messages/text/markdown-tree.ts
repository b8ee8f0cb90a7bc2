import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toHast } from "mdast-util-to-hast";
import { gfm } from "micromark-extension-gfm";
import { type SafeTree, safeTree } from "./safe-tree";

/** The parser is quadratic in the number of these: a few thousand `_*` take minutes. */
const maxMarkers = 1000;
const maxEmphasis = 400;
const maxLength = 30_000;
/** Each row of a table has as many cells as the header: 8 kB can create millions. */
const maxCells = 2000;

type MarkdownRoot = ReturnType<typeof fromMarkdown>;
type MarkdownNode = MarkdownRoot | MarkdownRoot["children"][number];

/** Parses and sanitizes Markdown (GitHub's, with tables); null if it cannot be rendered. `<order number>` is text. */
export function markdownTree(markdown: string): SafeTree | null {
  if (isCostly(markdown)) return null;
  try {
    const parsed = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    if (cellsIn(parsed) > maxCells) return null;
    const tree = toHast(parsed, { handlers: { html: (_state, { value }) => ({ type: "text", value }) } });
    return tree.type === "root" ? safeTree(tree) : null;
  } catch {
    // The parsers recurse: thousands of nested quotes exhaust the stack.
    return null;
  }
}

function isCostly(markdown: string): boolean {
  if (markdown.length > maxLength) return true;
  const markers = markdown.match(/[*_~`[\]()!<>#|&@\\\n+:-]/g)?.length ?? 0;
  const emphasis = markdown.match(/[*_~]/g)?.length ?? 0;
  return markers > maxMarkers + markdown.length / 10 || emphasis > maxEmphasis + markdown.length / 50;
}

function cellsIn(node: MarkdownNode): number {
  if (node.type === "table") return (node.children[0]?.children.length ?? 0) * node.children.length;
  return "children" in node ? node.children.reduce((cells, child) => cells + cellsIn(child), 0) : 0;
}
