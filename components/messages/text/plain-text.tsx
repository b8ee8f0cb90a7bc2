"use client";

import type { RootContent } from "hast";
import { useMemo } from "react";
import { ExternalLink, inlineLink } from "@/components/messages/external-link";
import { Code } from "./code";
import { keyed } from "./keyed";
import { plainTree, type Reading } from "./plain-tree";
import { BidiMark } from "./safe-text";

/** A text without markup. It needs none of the libraries that draw HTML. */
export function PlainText({ text, reading }: { text: string; reading: Reading }) {
  const tree = useMemo(() => plainTree(text, reading), [text, reading]);
  return (
    <div className="wrap-anywhere whitespace-pre-wrap">
      {keyed(tree.children).map(({ key, part }) =>
        part.type === "text" ? part.value : <Mark key={key} node={part} />,
      )}
    </div>
  );
}

/** What `decorateText` marks. */
function Mark({ node }: { node: RootContent }) {
  if (node.type !== "element") return null;
  const [child] = node.children;
  const content = child?.type === "text" ? child.value : "";
  const { href, dataName } = node.properties;
  if (node.tagName === "a") {
    return (
      <ExternalLink link={String(href)} className={inlineLink}>
        {content}
      </ExternalLink>
    );
  }
  return node.tagName === "code" ? <Code name={String(dataName)}>{content}</Code> : <BidiMark control={content} />;
}
