import type { Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import highlighter from "highlight.js/lib/core";
import javascript from "highlight.js/lib/languages/javascript";
import { splitAtBidiControls } from "@/lib/text/bidi-controls";

highlighter.registerLanguage("javascript", javascript);

const longest = 20_000;
/** The highlighter's time grows with the square of a word's length: `0_` thousands of times takes it seconds. */
const longWord = /[\w$]{300}/;
/** Elements that a script may be drawn with. */
const mostNodes = 6000;

/** The script in coloured spans; null where it is too long to be coloured. */
export function highlight(script: string): Root | null {
  if (script.length > longest || longWord.test(script)) return null;
  try {
    const { value } = highlighter.highlight(script, { language: "javascript" });
    if (value.split("<span", mostNodes + 1).length > mostNodes) return null;
    const tree = fromHtml(value, { fragment: true });
    return { type: "root", children: tree.children.flatMap(onlySpans) };
  } catch {
    return null;
  }
}

type Child = Root["children"][number];

function onlySpans(node: Nodes): Child[] {
  if (node.type === "text") return [node];
  if (node.type !== "element" || node.tagName !== "span") return [];
  const names = Array.isArray(node.properties.className) ? node.properties.className : [];
  const colour = names.map((name) => colours[String(name)]).find((found) => found !== undefined);
  const children = node.children.flatMap(onlySpans).filter((child) => child.type !== "doctype");
  return [
    { type: "element", tagName: "span", properties: colour === undefined ? {} : { className: [colour] }, children },
  ];
}

const colours: Record<string, string> = {
  "hljs-comment": "text-muted",
  "hljs-keyword": "text-bot",
  "hljs-literal": "text-bot",
  "hljs-string": "text-agent",
  "hljs-template-variable": "text-agent",
  "hljs-regexp": "text-agent",
  "hljs-number": "text-warning",
  "hljs-title": "text-visitor",
  "hljs-built_in": "text-visitor",
  "hljs-attr": "text-visitor",
};

/** A control that reorders text could make a script read as another one. */
export function withVisibleControls(script: string): string {
  return splitAtBidiControls(script)
    .map((piece) => ("text" in piece ? piece.text : `⟨${piece.control}⟩`))
    .join("");
}
