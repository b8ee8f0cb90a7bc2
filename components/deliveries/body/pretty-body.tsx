"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { type BodyFault, faultPlaces } from "./body-places";
import { type JsonToken, prettyLines } from "./pretty-json";

/** Maximum number of lines rendered initially, around the error; more on demand. */
const mostLines = 600;
const deepestIndent = 24;

/** A pretty-printed JSON body, with its errors marked in place; the first one is scrolled into view. */
export function PrettyBody({ text, faults }: { text: string; faults: readonly BodyFault[] }) {
  const lines = useMemo(() => prettyLines(text), [text]);
  const places = useMemo(() => faultPlaces(text, faults), [text, faults]);
  const reasonAt = ({ start, text: word }: JsonToken) =>
    places.find(({ index }) => index >= start && index < start + word.length)?.reason;
  const atFault = lines.findIndex(({ tokens }) => tokens.some((token) => reasonAt(token) !== undefined));
  const atEnd = places.find(({ index }) => index >= text.trimEnd().length);
  const [isWhole, setWhole] = useState(lines.length <= mostLines);
  const from = isWhole ? 0 : Math.max(0, Math.min(atFault - mostLines / 2, lines.length - mostLines));
  const shown = isWhole ? lines : lines.slice(from, from + mostLines);
  const body = useRef<HTMLElement>(null);

  useEffect(() => {
    body.current?.querySelector("[data-fault]")?.scrollIntoView({ block: "center" });
  }, []);

  return (
    <section
      ref={body}
      aria-label="Body"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto px-4 py-3 -outline-offset-2"
    >
      {from > 0 && <p className="text-xs text-muted">… {from.toLocaleString("en")} lines before</p>}
      <pre data-body className="font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap">
        {shown.map(({ indent, tokens }, place) => (
          <span key={tokens[0]?.start} className="grid grid-cols-[3rem_minmax(0,1fr)]">
            <span aria-hidden="true" className="tabular pr-3 text-right text-muted select-none">
              {from + place + 1}
            </span>
            <span style={{ paddingLeft: `${Math.min(indent, deepestIndent) * 1.25}ch` }}>
              {tokens.map((token) => (
                <Word key={token.start} token={token} reason={reasonAt(token)} />
              ))}
              {atEnd && place === shown.length - 1 && <Fault reason={atEnd.reason}>⏹</Fault>}
            </span>
          </span>
        ))}
      </pre>
      {!isWhole && (
        <p className="mt-2 flex items-center gap-3 text-xs text-muted">
          {Math.max(0, lines.length - from - mostLines).toLocaleString("en")} lines after
          <Button size="small" onClick={() => setWhole(true)}>
            Show all
          </Button>
        </p>
      )}
    </section>
  );
}

const hues = { key: "text-visitor", string: "text-agent", literal: "text-bot", sign: "text-muted" };

function Word({ token: { text, kind }, reason }: { token: JsonToken; reason: string | undefined }) {
  const word = text === ":" ? ": " : text;
  if (reason !== undefined) return <Fault reason={reason}>{word}</Fault>;
  return <span className={hues[kind]}>{word}</span>;
}

function Fault({ reason, children }: { reason: string; children: string }) {
  return (
    <mark
      data-fault
      title={reason}
      className="rounded-sm bg-warning-soft px-0.5 font-semibold text-warning outline-1 outline-warning"
    >
      {children}
    </mark>
  );
}
