import type { Element, ElementContent, Root, RootContent, Text } from "hast";
import { splitAtBidiControls } from "@/lib/messages/bidi-controls";
import { cleanLink } from "@/lib/messages/clean-link";
import { variableName } from "@/lib/messages/variable-token";

const token = /(\u00bf\u00b7[^\u00bf\u00b7]{1,200}\u00b7\?)/;
const webAddress = /((?:https?:\/\/|www\.)[^\s<>"'。,、）」]+)/i;
const mailAddress = /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}$/;
const trailing = /[.,;:!?)\]}…]{1,10}$/;

/**
 * Marks what stands in the text of a message: addresses become links (without tracking), variable tokens their friendly
 * name, characters that reorder text a visible mark. Changes the tree in place.
 */
export function decorateText(tree: Root): void {
  decorate(tree, false);
}

function decorate(parent: Root | Element, inLink: boolean): void {
  const children: (ElementContent | RootContent)[] = [];
  for (const child of parent.children) {
    if (child.type === "text") children.push(...decorated(child.value, inLink));
    else {
      if (child.type === "element") decorate(child, inLink || child.tagName === "a");
      children.push(...(child.type === "element" && child.tagName === "a" ? picturesApart(child) : [child]));
    }
  }
  // A root takes every content that an element takes.
  parent.children = children as ElementContent[];
}

/** A picture in a link has its own button to load it, so it stands before the link instead of in it. */
function picturesApart(link: Element): ElementContent[] {
  const pictures = link.children.filter((child) => child.type === "element" && child.tagName === "img");
  if (pictures.length === 0) return [link];
  const rest = link.children.filter((child) => !pictures.includes(child));
  const written = typeof link.properties.href === "string" ? link.properties.href : "";
  return [...pictures, { ...link, children: rest.length > 0 ? rest : [text(written)] }];
}

function decorated(value: string, inLink: boolean): ElementContent[] {
  return splitAtBidiControls(cleanLink(value)).flatMap((piece) =>
    "control" in piece
      ? [element("bdi", { dataControl: piece.control }, piece.control)]
      : piece.text.split(token).flatMap((part, index) => (index % 2 === 1 ? [variable(part)] : linked(part, inLink))),
  );
}

function variable(written: string): Element {
  return element("code", { dataName: variableName(written) }, variableName(written));
}

function linked(value: string, inLink: boolean): ElementContent[] {
  if (inLink) return [text(value)];
  return value.split(webAddress).flatMap((part, index) => (index % 2 === 1 ? addressLink(part) : mailLinks(part)));
}

function addressLink(address: string): ElementContent[] {
  const end = trailing.exec(address)?.[0] ?? "";
  const link = end === "" ? address : address.slice(0, -end.length);
  return [element("a", { href: link }, link), text(end)];
}

function mailLinks(value: string): ElementContent[] {
  if (!value.includes("@")) return [text(value)];
  return value.split(/(\s+)/).flatMap((word) => {
    const bare = word.replace(trailing, "");
    return mailAddress.test(bare)
      ? [element("a", { href: `mailto:${bare}` }, bare), text(word.slice(bare.length))]
      : [text(word)];
  });
}

function element(tagName: string, properties: Element["properties"], content: string): Element {
  return { type: "element", tagName, properties, children: [text(content)] };
}

function text(value: string): Text {
  return { type: "text", value };
}
