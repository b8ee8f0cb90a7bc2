"use client";

import type { Root } from "hast";
import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { type ReactNode, useMemo, useState } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { classNames } from "@/components/ui/class-names";
import { decodeEntities } from "@/lib/messages/html-entities";
import { holdsTags } from "@/lib/messages/html-tags";
import { looksLikeMarkdown } from "@/lib/messages/looks-like-markdown";
import { decorateText } from "./decorate-text";
import { htmlTree } from "./html-tree";
import { markdownTree } from "./markdown-tree";
import { richTextElements } from "./rich-text-elements";

const longest = 10_000;

export interface RichTextProps {
  /** As sent: HTML, plain text, or Markdown. */
  text: string;
  /** Reads Markdown too: for what bots say, not for what people type. */
  markdown?: boolean;
  className?: string | undefined;
}

/** A message's text, a title or a note: formatted as the sender formatted it, and harmless whatever it holds. */
export function RichText({ text, markdown = false, className }: RichTextProps) {
  const [whole, setWhole] = useState(false);
  const cut = text.length > longest && !whole;
  return (
    <div dir="auto" className={classNames("min-w-0 break-words [overflow-wrap:anywhere]", className)}>
      <Formatted text={cut ? text.slice(0, longest) : text} markdown={markdown} />
      {cut && (
        <button type="button" onClick={() => setWhole(true)} className="mt-1 block text-xs text-muted underline">
          Show all {text.length.toLocaleString("en")} characters
        </button>
      )}
    </div>
  );
}

function Formatted({ text, markdown }: { text: string; markdown: boolean }) {
  const isHtml = useMemo(() => holdsTags(text), [text]);
  const isMarkdown = !isHtml && markdown && looksLikeMarkdown(text);
  const tree = useMemo(
    () => (isHtml ? htmlTree(text) : isMarkdown ? markdownTree(text) : null),
    [text, isHtml, isMarkdown],
  );
  const drawn = useMemo(() => draw(tree ?? plainTree(isHtml ? text : decodeEntities(text))), [tree, text, isHtml]);
  if (tree !== null) return <div className={holdsBlocks(tree) ? blocks : "whitespace-pre-wrap"}>{drawn}</div>;
  return isHtml ? <Markup>{drawn}</Markup> : <div className="whitespace-pre-wrap">{drawn}</div>;
}

/** Markup with nothing to read in it is shown as it was written: an inspector leaves no gap. */
function Markup({ children }: { children: ReactNode }) {
  return (
    <code className="font-mono text-xs whitespace-pre-wrap text-muted" title="Markup that shows nothing to a reader">
      {children}
    </code>
  );
}

function draw(tree: Root) {
  const decorated = structuredClone(tree);
  decorateText(decorated);
  return toJsxRuntime(decorated, { Fragment, jsx, jsxs, components: richTextElements });
}

function plainTree(value: string): Root {
  return { type: "root", children: [{ type: "text", value }] };
}

function holdsBlocks(tree: Root): boolean {
  return tree.children.some((child) => child.type === "element" && blockNames.has(child.tagName));
}

const blockNames = new Set("p div center hr h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre figure table".split(" "));

const blocks = "flex flex-col gap-2 [&>*]:min-w-0";
