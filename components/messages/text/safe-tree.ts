import type { Element, ElementContent, Nodes, Root } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";
import { safeLink } from "@/lib/text/safe-link";

const maxDepth = 60;
/** More elements than this in one message make the page slow. */
const maxNodes = 4000;

const allowed: Schema = {
  tagNames: [
    ..."a b strong i em u s strike del ins mark small sub sup span br p div center hr h1 h2 h3 h4 h5 h6".split(" "),
    ..."ul ol li dl dt dd blockquote pre code kbd samp img figure figcaption".split(" "),
    ..."table caption thead tbody tfoot tr th td".split(" "),
  ],
  attributes: {
    a: ["href"],
    img: ["src", "alt"],
    ol: ["start"],
    td: ["colSpan", "rowSpan"],
    th: ["colSpan", "rowSpan"],
  },
  protocols: { href: ["http", "https", "mailto", "tel"], src: ["http", "https"] },
  ancestors: Object.fromEntries(
    "caption tbody td tfoot thead th tr".split(" ").map((name) => [name, ["table"]] as const),
  ),
  strip: ["script", "style", "svg", "math", "template", "noscript", "head", "title", "object"],
};

export interface SafeTree {
  tree: Root;
  /** Markup that is not displayed, by name: `<iframe>`, `<script>`, `<!-- -->`. */
  leftOut: string[];
}

/**
 * Sanitizes a message's markup: keeps the tags of the platform's editor, no classes, styles, ids or handlers, links and pictures
 * with http(s) only. Embedded players become links. Null if there is no text left, or if it is too large or too deeply nested for
 * a browser.
 */
export function safeTree(parsed: Root, schema: Schema = allowed): SafeTree | null {
  if (isTooLarge(parsed)) return null;
  const leftOut = new Set<string>();
  prepare(parsed, leftOut);
  const tree = sanitize(parsed, schema);
  return tree.type === "root" && isReadable(tree) ? { tree, leftOut: [...leftOut] } : null;
}

const drawn = new Set(allowed.tagNames);
/** Their content is displayed, so removing the tags is not worth reporting. */
const wrappers = new Set(
  "abbr address article aside bdi bdo big body cite col colgroup data dfn font footer header hgroup html main nav picture q section time tt var wbr".split(
    " ",
  ),
);
const embeds = new Set(["iframe", "embed", "video", "audio"]);

/** Replaces embedded players by links, and records what the sanitizer will remove. */
function prepare(tree: Root, leftOut: Set<string>): void {
  const waiting: (Root | Element)[] = [tree];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    for (const [index, child] of parent.children.entries()) {
      if (child.type === "comment") leftOut.add("<!-- -->");
      if (child.type !== "element") continue;
      if (!drawn.has(child.tagName) && !wrappers.has(child.tagName)) leftOut.add(`<${child.tagName}>`);
      if (child.tagName === "a" && isUnsafeLink(child.properties.href)) leftOut.add("an unsafe link");
      if (embeds.has(child.tagName)) parent.children[index] = embedLink(child);
      else waiting.push(child);
    }
  }
}

function isUnsafeLink(href: unknown): boolean {
  return typeof href === "string" && /^\s*[a-z][a-z\d+.-]*:/i.test(href) && safeLink(href) === null;
}

function embedLink(embed: Element): ElementContent {
  const inner = embed.children.find((child) => child.type === "element" && child.properties.src !== undefined);
  const source = embed.properties.src ?? (inner?.type === "element" ? inner.properties.src : undefined);
  const text = typeof source === "string" ? source : `${embed.tagName} without an address`;
  return {
    type: "element",
    tagName: "a",
    properties: { href: typeof source === "string" ? source : "" },
    children: [{ type: "text", value: text }],
  };
}

function isTooLarge(tree: Root): boolean {
  let level: Nodes[] = [tree];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    nodes += level.length;
    if (depth > maxDepth || nodes > maxNodes) return true;
    level = level.flatMap((node) => ("children" in node ? node.children : []));
  }
  return false;
}

function isReadable(node: Nodes): boolean {
  if (node.type === "text") return node.value.trim() !== "";
  if (node.type === "element" && node.tagName === "img") return node.properties.src !== undefined;
  return "children" in node && node.children.some(isReadable);
}
