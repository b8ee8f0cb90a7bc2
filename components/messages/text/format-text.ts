import type { Root } from "hast";
import { holdsTags } from "@/lib/text/html-tags";
import { literalLines, plainLines } from "@/lib/text/plain-lines";
import { decorateText } from "./decorate-text";
import { htmlTree } from "./html-tree";
import { markdownTree } from "./markdown-tree";
import { holdsComment, holdsMarkup, plainTree, type Reading } from "./plain-tree";

export interface FormattedText {
  /** Sanitized, with links, variables and bidi controls marked. */
  tree: Root;
  /** Stacked blocks, lines as typed, or the source of markup without content. */
  layout: "blocks" | "lines" | "source";
  /** Markup that is not displayed. */
  leftOut: readonly string[];
}

/** Reads a text for drawing. */
export function formatText(text: string, reading: Reading): FormattedText {
  if (!holdsMarkup(text, reading)) return plain(text, reading);
  if (holdsTags(text) || holdsComment(text)) return formatHtml(text);
  const markdown = markdownTree(text);
  if (markdown === null) return plain(text, reading);
  return decorated(markdown.tree, holdsBlocks(markdown.tree) ? "blocks" : "lines", markdown.leftOut);
}

function formatHtml(html: string): FormattedText {
  const safe = htmlTree(html);
  if (safe !== null) return decorated(safe.tree, holdsBlocks(safe.tree) ? "blocks" : "lines", safe.leftOut);
  const words = plainLines(html);
  // If there is nothing to read, `plainLines` returns the source of the markup.
  return words === literalLines(html) ? source(html) : simplified(words);
}

/** Too much markup to render: plain text only. */
function simplified(words: string): FormattedText {
  return { ...plain(words, "literal"), leftOut: ["formatting (too much to display)"] };
}

function source(html: string): FormattedText {
  return { tree: plainTree(html, "literal"), layout: "source", leftOut: [] };
}

function plain(text: string, reading: Reading): FormattedText {
  return { tree: plainTree(text, reading), layout: "lines", leftOut: [] };
}

function decorated(tree: Root, layout: FormattedText["layout"], leftOut: readonly string[]): FormattedText {
  decorateText(tree);
  return { tree, layout, leftOut };
}

function holdsBlocks(tree: Root): boolean {
  return tree.children.some((child) => child.type === "element" && blockNames.has(child.tagName));
}

const blockNames = new Set("p div center hr h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre figure table".split(" "));
