import type { Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import highlighter from "highlight.js/lib/core";
import javascript from "highlight.js/lib/languages/javascript";

highlighter.registerLanguage("javascript", javascript);

const maxLength = 20_000;
/** The highlighter is quadratic in the length of a word: thousands of `0_` take seconds. */
const longWord = /[\w$]{300}/;
/** Maximum number of elements for a script. */
const maxNodes = 6000;

/** A script with syntax highlighting; null if it is too long. */
export function highlight(script: string): Root | null {
  if (script.length > maxLength || longWord.test(script)) return null;
  try {
    const { value } = highlighter.highlight(script, { language: "javascript" });
    if (value.split("<span", maxNodes + 1).length > maxNodes) return null;
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
