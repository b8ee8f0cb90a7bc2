import type { Element, ElementContent, Nodes, Root } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";

const deepest = 60;

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

/**
 * The safe part of a message's markup: the tags of the platform's editor, no classes, styles, ids or handlers, links and
 * pictures by http(s) only. Embedded players become links. Null when nothing readable is left, or when it is nested so
 * deeply that no browser should draw it.
 */
export function safeTree(parsed: Root): Root | null {
  if (depthOf(parsed) > deepest) return null;
  linkEmbeds(parsed);
  const tree = sanitize(parsed, allowed);
  return tree.type === "root" && isReadable(tree) ? tree : null;
}

function linkEmbeds(tree: Root): void {
  const waiting: (Root | Element)[] = [tree];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    for (const [index, child] of parent.children.entries()) {
      if (child.type !== "element") continue;
      if (embeds.has(child.tagName)) parent.children[index] = embedLink(child);
      else waiting.push(child);
    }
  }
}

const embeds = new Set(["iframe", "embed", "video", "audio"]);

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

function depthOf(tree: Root): number {
  let level: Nodes[] = [tree];
  let depth = 0;
  while (level.length > 0 && depth <= deepest) {
    level = level.flatMap((node) => ("children" in node ? node.children : []));
    depth += 1;
  }
  return depth;
}

function isReadable(node: Nodes): boolean {
  if (node.type === "text") return node.value.trim() !== "";
  if (node.type === "element" && node.tagName === "img") return node.properties.src !== undefined;
  return "children" in node && node.children.some(isReadable);
}
