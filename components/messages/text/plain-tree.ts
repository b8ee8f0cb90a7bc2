import type { Root } from "hast";
import { decodeEntities } from "@/lib/text/html-entities";
import { holdsTags } from "@/lib/text/html-tags";
import { looksLikeMarkdown } from "@/lib/text/looks-like-markdown";
import { decorateText } from "./decorate-text";

/** How a text is read. "literal" is what a visitor typed; everybody else may send HTML, and some send Markdown. */
export type Reading = "literal" | "html" | "markdown";

/** Whether a parser has to read the text: one for HTML or for Markdown, which only then is loaded. */
export function holdsMarkup(text: string, reading: Reading): boolean {
  if (reading === "literal") return false;
  return holdsTags(text) || holdsComment(text) || (reading === "markdown" && looksLikeMarkdown(text));
}

/** A text without markup, with its links, variables and reordering characters marked; all else is text. */
export function plainTree(text: string, reading: Reading): Root {
  const tree: Root = {
    type: "root",
    children: [{ type: "text", value: reading === "literal" ? text : decodeEntities(text) }],
  };
  decorateText(tree);
  return tree;
}

/** Whether the text has an HTML comment. */
export function holdsComment(text: string): boolean {
  const start = text.indexOf("<!--");
  return start !== -1 && text.indexOf("-->", start) !== -1;
}
