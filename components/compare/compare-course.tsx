"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { ChevronDown, ChevronUp, Merge, Split } from "lucide-react";
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { Conversation } from "@/lib/conversation/conversation";
import type { ComparedPassages } from "@/lib/fold/compare/compare-courses";
import { ComparedRow } from "./compared-row";
import { courseFigures } from "./course-figures";
import type { Comparison } from "./use-compared";

interface CompareCourseProps {
  comparison: Comparison;
  a: Conversation;
  b: Conversation;
  /** The scroll container, and its content above the list. */
  scroller: RefObject<HTMLElement | null>;
  above: RefObject<HTMLElement | null>;
}

/** The two courses, question by question, marking where they diverge and converge; only visible rows are rendered. */
export function CompareCourse({ comparison, a, b, scroller, above }: CompareCourseProps) {
  const { rows } = comparison;
  const list = useRef<HTMLOListElement>(null);
  const top = useTop(list, above);
  const differences = useMemo(() => differencesIn(rows), [rows]);
  const [shown, setShown] = useState(-1);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 130,
    overscan: 6,
    scrollMargin: top,
    scrollPaddingStart: 112,
  });
  const step = (direction: 1 | -1) => {
    const next =
      direction === 1 ? differences.find((place) => place > shown) : differences.findLast((place) => place < shown);
    if (next === undefined) return;
    setShown(next);
    virtualizer.scrollToIndex(next, { align: "start" });
  };
  const items = virtualizer.getVirtualItems();

  return (
    <section aria-labelledby="compared-course" className="mt-8">
      <div className="sticky top-12 z-10 flex items-center justify-between gap-3 border-b border-line bg-background py-2">
        <div>
          <h2 id="compared-course" className="text-sm font-medium">
            Flow
          </h2>
          <p className="tabular text-xs text-muted">{courseFigures(rows)}</p>
        </div>
        <div className="flex items-center">
          <IconButton
            label="Previous difference"
            disabled={!differences.some((place) => place < shown)}
            onClick={() => step(-1)}
          >
            <ChevronUp />
          </IconButton>
          <IconButton
            label="Next difference"
            disabled={!differences.some((place) => place > shown)}
            onClick={() => step(1)}
          >
            <ChevronDown />
          </IconButton>
        </div>
      </div>
      <ol ref={list} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          const turn = turnAt(rows, index);
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              data-kind={row.kind}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - top}px)` }}
              className="absolute inset-x-0 top-0"
            >
              {turn && <Turn turn={turn} />}
              <ComparedRow row={row} comparison={comparison} a={a} b={b} isShown={index === shown} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Row indexes to step through: each different answer, and each divergence. */
function differencesIn(rows: readonly ComparedPassages[]): number[] {
  return rows.flatMap(({ kind }, place) =>
    kind === "answer" || (kind === "parted" && rows[place - 1]?.kind !== "parted") ? [place] : [],
  );
}

/** Whether the two diverge or converge directly before a row. */
function turnAt(rows: readonly ComparedPassages[], place: number): keyof typeof turns | null {
  const [before, now] = [rows[place - 1]?.kind === "parted", rows[place]?.kind === "parted"];
  if (before === now) return null;
  return now ? "part" : "meet";
}

function Turn({ turn }: { turn: keyof typeof turns }) {
  const { icon: Icon, text } = turns[turn];
  return (
    <p data-turn={turn} className="flex items-center gap-2 py-2 text-xs font-medium text-muted">
      <span aria-hidden="true" className="flex-1 border-t border-dashed border-line-strong" />
      <Icon aria-hidden="true" className="size-3.5 rotate-180" />
      {text}
      <span aria-hidden="true" className="flex-1 border-t border-dashed border-line-strong" />
    </p>
  );
}

const turns = {
  part: { icon: Split, text: "Paths diverge" },
  meet: { icon: Merge, text: "Paths rejoin" },
};

/** The list's offset in its scroll container; it changes when content above is opened or loaded. */
function useTop(list: RefObject<HTMLElement | null>, above: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setTop(list.current?.offsetTop ?? 0);
    measure();
    if (!above.current) return;
    const observer = new ResizeObserver(measure);
    observer.observe(above.current);
    return () => observer.disconnect();
  }, [list, above]);
  return top;
}
