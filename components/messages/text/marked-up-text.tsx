"use client";

import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { useMemo } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { LeftOut } from "@/components/messages/left-out";
import { formatText } from "./format-text";
import type { Reading } from "./plain-tree";
import { richTextElements } from "./rich-text-elements";

/** A text with HTML or Markdown in it; its parsers are loaded with the first one. */
export default function MarkedUpText({ text, reading }: { text: string; reading: Reading }) {
  const { tree, layout, leftOut } = useMemo(() => formatText(text, reading), [text, reading]);
  const drawn = useMemo(() => toJsxRuntime(tree, { Fragment, jsx, jsxs, components: richTextElements }), [tree]);
  return (
    <>
      {layout === "source" ? (
        <code
          className="font-mono text-xs whitespace-pre-wrap text-muted"
          title="Markup that shows nothing to a reader"
        >
          {drawn}
        </code>
      ) : (
        <div className={layout === "blocks" ? blocks : "wrap-anywhere whitespace-pre-wrap"}>{drawn}</div>
      )}
      <LeftOut names={leftOut} />
    </>
  );
}

const blocks = "flex flex-col gap-2 [&>*]:min-w-0";
