"use client";

import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { useMemo, useState } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { LeftOut, useShowRaw } from "@/components/messages/left-out";
import { useLiteralWords } from "@/components/messages/visitor-words";
import { classNames } from "@/components/ui/class-names";
import { type FormattedText, formatText } from "./format-text";
import { richTextElements } from "./rich-text-elements";

const maxLength = 10_000;
/** Longer texts are truncated in the timeline; the raw event shows all of it. */
const maxLengthInPlace = 100_000;

export interface RichTextProps {
  /** As sent: HTML, plain text, or Markdown; a visitor's text is literal (`VisitorWords`). */
  text: string;
  /** Also parses Markdown: for bots, not for people. */
  markdown?: boolean;
  className?: string | undefined;
}

/** A message's text, a title or a note, with its formatting, sanitized. */
export function RichText({ text, markdown = false, className }: RichTextProps) {
  const isLiteral = useLiteralWords();
  const [whole, setWhole] = useState(false);
  const showRaw = useShowRaw();
  const cut = text.length > maxLength && !whole;
  const reading = isLiteral ? "literal" : markdown ? "markdown" : "html";
  const formatted = useMemo(() => formatText(cut ? text.slice(0, maxLength) : text, reading), [text, cut, reading]);
  return (
    <div dir="auto" className={classNames("contained min-w-0", className)}>
      <Drawn formatted={formatted} />
      <LeftOut names={formatted.leftOut} />
      {cut &&
        (text.length > maxLengthInPlace && showRaw !== null ? (
          <button type="button" onClick={showRaw} className={moreLook}>
            Open full message ({text.length.toLocaleString("en")} characters)
          </button>
        ) : (
          <button type="button" onClick={() => setWhole(true)} className={moreLook}>
            Show all {text.length.toLocaleString("en")} characters
          </button>
        ))}
    </div>
  );
}

const moreLook = "mt-1 block text-xs text-muted underline";

function Drawn({ formatted }: { formatted: FormattedText }) {
  const { tree, layout } = formatted;
  const drawn = useMemo(() => toJsxRuntime(tree, { Fragment, jsx, jsxs, components: richTextElements }), [tree]);
  if (layout === "source") {
    return (
      <code className="font-mono text-xs whitespace-pre-wrap text-muted" title="Markup that shows nothing to a reader">
        {drawn}
      </code>
    );
  }
  return <div className={layout === "blocks" ? blocks : "wrap-anywhere whitespace-pre-wrap"}>{drawn}</div>;
}

const blocks = "flex flex-col gap-2 [&>*]:min-w-0";
