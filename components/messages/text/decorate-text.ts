import type { Element, ElementContent, Root, RootContent, Text } from "hast";
import { nameBidiControls, splitAtBidiControls } from "@/lib/text/bidi-controls";
import { cleanLink } from "@/lib/text/clean-link";
import { splitAtLinks } from "@/lib/text/split-at-links";
import { variableName } from "@/lib/text/variable-token";

const token = /(\u00bf\u00b7[^\u00bf\u00b7]{1,200}\u00b7\?)/;
/** Maximum number of links, variables and marks: texts with more are drawn as plain text. */
const maxElements = 1000;

/**
 * Replaces addresses in a message's text by links (without tracking parameters), variable tokens by their friendly name, and bidi
 * controls by a visible mark. Modifies the tree in place.
 */
export function decorateText(tree: Root): void {
  decorate(tree, false, { elements: 0 });
}

interface Drawn {
  elements: number;
}

function decorate(parent: Root | Element, inLink: boolean, drawn: Drawn): void {
  const children: (ElementContent | RootContent)[] = [];
  for (const child of parent.children) {
    if (child.type === "text") {
      for (const part of decorated(child.value, inLink, drawn)) children.push(part);
      continue;
    }
    if (child.type === "element") decorate(child, inLink || child.tagName === "a", drawn);
    if (child.type === "element" && child.tagName === "a") children.push(...picturesApart(child));
    else children.push(child);
  }
  // A root accepts all content of an element.
  parent.children = children as ElementContent[];
}

/** Moves pictures out of links, because each has its own button to load it. */
function picturesApart(link: Element): ElementContent[] {
  const pictures = link.children.filter((child) => child.type === "element" && child.tagName === "img");
  if (pictures.length === 0) return [link];
  const rest = link.children.filter((child) => child.type !== "element" || child.tagName !== "img");
  const written = typeof link.properties.href === "string" ? link.properties.href : "";
  return [...pictures, { ...link, children: rest.length > 0 ? rest : [text(written)] }];
}

function decorated(value: string, inLink: boolean, drawn: Drawn): ElementContent[] {
  const clean = cleanLink(value);
  drawn.elements += countMarks(clean);
  if (drawn.elements > maxElements) return [text(nameBidiControls(clean))];
  const parts = withMarks(clean, inLink);
  drawn.elements += parts.length;
  return parts;
}

function countMarks(value: string): number {
  let marks = 0;
  mark.lastIndex = 0;
  while (marks <= maxElements && mark.test(value)) marks += 1;
  return marks;
}

const mark = /[\u202a-\u202e\u2066-\u2069]|\u00bf\u00b7/g;

function withMarks(value: string, inLink: boolean): ElementContent[] {
  const parts: ElementContent[] = [];
  for (const piece of splitAtBidiControls(value)) {
    if ("control" in piece) {
      parts.push(element("bdi", { dataControl: piece.control }, piece.control));
      continue;
    }
    for (const [index, part] of piece.text.split(token).entries()) {
      if (index % 2 === 1) parts.push(element("code", { dataName: variableName(part) }, variableName(part)));
      else if (inLink) parts.push(text(part));
      else for (const linked of linksOf(part)) parts.push(linked);
    }
  }
  return parts;
}

function linksOf(value: string): ElementContent[] {
  return splitAtLinks(value).map((piece) =>
    piece.link === null ? text(piece.text) : element("a", { href: piece.link }, piece.text),
  );
}

function element(tagName: string, properties: Element["properties"], content: string): Element {
  return { type: "element", tagName, properties, children: [text(content)] };
}

function text(value: string): Text {
  return { type: "text", value };
}
