"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { type BodyFault, faultPlaces, partsOf } from "./body-places";

/** Longer bodies initially show only the part around the error: browsers scroll a megabyte on one line badly. */
const longest = 40_000;

/** The unmodified body, with its errors marked in place; the first one is scrolled into view. */
export function BodyText({ text, faults }: { text: string; faults: readonly BodyFault[] }) {
  const places = useMemo(() => faultPlaces(text, faults), [text, faults]);
  const [isWhole, setWhole] = useState(text.length <= longest);
  const shown = isWhole ? { from: 0, to: text.length } : windowAround(text, places[0]?.index ?? 0);
  const parts = useMemo(() => partsOf(text, places), [text, places]);
  const mark = useRef<HTMLElement>(null);

  useEffect(() => {
    mark.current?.scrollIntoView({ block: "center" });
  }, []);

  const firstFault = parts.findIndex(({ fault }) => fault !== null);
  return (
    <section
      aria-label="Body"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto px-4 py-3 -outline-offset-2"
    >
      {shown.from > 0 && <Cut>{shown.from.toLocaleString("en")} characters before</Cut>}
      <pre data-body className="font-mono text-xs leading-5 break-all wrap-anywhere whitespace-pre-wrap">
        {parts.map((part, place) => {
          const visible = part.text.slice(Math.max(0, shown.from - part.start), Math.max(0, shown.to - part.start));
          if (part.fault === null) return visible;
          return (
            <mark
              key={part.start}
              ref={place === firstFault ? mark : undefined}
              data-fault
              title={part.fault}
              className="rounded-sm bg-warning-soft px-0.5 font-semibold text-warning outline-1 outline-warning"
            >
              {part.text.trim() === "" ? "␣".repeat(part.text.length) || "⏹" : part.text}
            </mark>
          );
        })}
      </pre>
      {shown.to < text.length && <Cut>{(text.length - shown.to).toLocaleString("en")} characters after</Cut>}
      {!isWhole && (
        <Button size="small" className="mt-2" onClick={() => setWhole(true)}>
          Show all
        </Button>
      )}
    </section>
  );
}

function Cut({ children }: { children: React.ReactNode }) {
  return <p className="tabular my-1 text-xs text-muted">… {children}</p>;
}

function windowAround(text: string, index: number): { from: number; to: number } {
  const from = Math.max(0, Math.min(index - longest / 2, text.length - longest));
  return { from, to: from + longest };
}
