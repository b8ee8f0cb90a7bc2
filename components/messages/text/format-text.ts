import type { Root } from "hast";
import { decodeEntities } from "@/lib/text/html-entities";
import { holdsTags } from "@/lib/text/html-tags";
import { looksLikeMarkdown } from "@/lib/text/looks-like-markdown";
import { literalLines, plainLines } from "@/lib/text/plain-lines";
import { decorateText } from "./decorate-text";
import { htmlTree } from "./html-tree";
import { markdownTree } from "./markdown-tree";

export interface FormattedText {
  /** Safe to draw, with its links, variables and reordering characters marked. */
  tree: Root;
  /** Blocks under one another; lines as they were typed; markup with nothing to read in it, as it was sent. */
  layout: "blocks" | "lines" | "source";
  /** What of the markup is not drawn. */
  leftOut: readonly string[];
}

/** Reads a text for drawing. "literal" is what a visitor typed; everybody else may send HTML, and some send Markdown. */
export function formatText(text: string, reading: "literal" | "html" | "markdown"): FormattedText {
  if (reading === "literal") return lines(text);
  if (holdsTags(text) || holdsComment(text)) return formatHtml(text);
  const markdown = reading === "markdown" && looksLikeMarkdown(text) ? markdownTree(text) : null;
  if (markdown === null) return lines(decodeEntities(text));
  return decorated(markdown.tree, holdsBlocks(markdown.tree) ? "blocks" : "lines", markdown.leftOut);
}

function formatHtml(html: string): FormattedText {
  const safe = htmlTree(html);
  if (safe !== null) return decorated(safe.tree, holdsBlocks(safe.tree) ? "blocks" : "lines", safe.leftOut);
  const words = plainLines(html);
  // Where there is nothing to read, `plainLines` gives the markup as it was sent.
  return words === literalLines(html) ? source(html) : simplified(words);
}

/** Too much markup to draw: its words alone. */
function simplified(words: string): FormattedText {
  return { ...lines(words), leftOut: ["formatting (too much to display)"] };
}

function source(html: string): FormattedText {
  return decorated(textTree(html), "source", []);
}

function lines(text: string): FormattedText {
  return decorated(textTree(text), "lines", []);
}

function decorated(tree: Root, layout: FormattedText["layout"], leftOut: readonly string[]): FormattedText {
  decorateText(tree);
  return { tree, layout, leftOut };
}

function textTree(value: string): Root {
  return { type: "root", children: [{ type: "text", value }] };
}

function holdsComment(text: string): boolean {
  const start = text.indexOf("<!--");
  return start !== -1 && text.indexOf("-->", start) !== -1;
}

function holdsBlocks(tree: Root): boolean {
  return tree.children.some((child) => child.type === "element" && blockNames.has(child.tagName));
}

const blockNames = new Set("p div center hr h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre figure table".split(" "));
