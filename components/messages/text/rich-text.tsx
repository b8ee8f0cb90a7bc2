"use client";

import { lazy, Suspense, useState } from "react";
import { useShowRaw } from "@/components/messages/left-out";
import { useLiteralWords } from "@/components/messages/visitor-words";
import { classNames } from "@/components/ui/class-names";
import { plainLines } from "@/lib/text/plain-lines";
import { PlainText } from "./plain-text";
import { holdsMarkup } from "./plain-tree";

const MarkedUpText = lazy(() => import("./marked-up-text"));

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
  const shown = cut ? text.slice(0, maxLength) : text;
  return (
    <div dir="auto" className={classNames("contained min-w-0", className)}>
      {holdsMarkup(shown, reading) ? (
        <Suspense fallback={<PlainText text={plainLines(shown)} reading="literal" />}>
          <MarkedUpText text={shown} reading={reading} />
        </Suspense>
      ) : (
        <PlainText text={shown} reading={reading} />
      )}
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
