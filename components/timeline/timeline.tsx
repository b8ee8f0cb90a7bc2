"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown } from "lucide-react";
import { startTransition, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { usePlayhead } from "@/components/playhead/playhead";
import { classNames } from "@/components/ui/class-names";
import { AsOfLine } from "./as-of-line";
import { densityChoice } from "./density";
import { eventsOfRow, type Row } from "./row";
import { estimatedHeight, spaceAbove } from "./row-spacing";
import "./timeline.css";
import { usePrint } from "@/components/ui/hooks/use-print";
import { TimelineRow } from "./timeline-row";
import { useHighlight } from "./use-highlight";
import { useShrinking } from "./use-shrinking";
import { useUnseen } from "./use-unseen";

/** With fewer rows, all are rendered, so that the browser's search and screen readers reach everything. */
const drawnWithoutWindow = 50;
const atEndPixels = 48;

interface TimelineProps {
  rows: readonly Row[];
  eventIds: readonly string[];
  onToggleRun: (firstId: string) => void;
  find: { query: string; hitId: string | null };
  /** The playhead's instant; null in a conversation without events. */
  at: string | null;
}

/** The conversation from its first to its last event; long ones are virtualized. */
export function Timeline({ rows, eventIds, onToggleRun, find, at }: TimelineProps) {
  const { index, atNow, isMoving } = usePlayhead();
  const scroller = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const printing = usePrint();
  // The visible part is rendered first, then the rest.
  const [isOpen, setOpen] = useState(false);
  useEffect(() => startTransition(() => setOpen(true)), []);
  const drawAll = printing || (isOpen && rows.length <= drawnWithoutWindow);
  const rowOfEvent = useMemo(() => indexRows(rows), [rows]);
  const currentId = eventIds[index];
  const currentRow = (currentId === undefined ? undefined : rowOfEvent.get(currentId)) ?? rows.length - 1;

  const density = densityChoice.useChoice();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: useCallback((row: number) => rows[row]?.key ?? row, [rows]),
    estimateSize: (row) => estimatedHeight(rows[row], density),
    overscan: 8,
    paddingEnd: 24,
    scrollPaddingStart: 56,
    scrollPaddingEnd: 120,
    anchorTo: "end",
    followOnAppend: atNow,
    scrollEndThreshold: atEndPixels,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured holds for one density
  useLayoutEffect(() => virtualizer.measure(), [density]);

  const opened = useRef(false);
  useLayoutEffect(() => {
    if (opened.current || rows.length === 0) return;
    opened.current = true;
    if (atNow) virtualizer.scrollToEnd();
    else virtualizer.scrollToIndex(currentRow, { align: "center" });
  });
  useEffect(
    () => () => {
      opened.current = false;
    },
    [],
  );

  // A reader at the end stays there when earlier events of a long conversation are loaded, or heights change.
  const readsEnd = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new list of rows, and nothing else, can move the end away
  useLayoutEffect(() => {
    if (readsEnd.current && atNow) virtualizer.scrollToEnd();
  }, [rows]);

  // What opens below takes room: the place that is read stays in view.
  useShrinking(scroller, () => {
    if (!atNow) virtualizer.scrollToIndex(currentRow, { align: "auto" });
    else if (readsEnd.current) virtualizer.scrollToEnd();
  });

  // At the end the reader's own place decides whether new events are followed, not the playhead.
  useFollow(atNow ? "now" : currentId, () => {
    if (atNow) virtualizer.scrollToEnd();
    else virtualizer.scrollToIndex(currentRow, { align: "auto" });
  });
  const hitRow = find.hitId === null ? undefined : rowOfEvent.get(find.hitId);
  useFollow(find.hitId, () => {
    if (hitRow !== undefined) virtualizer.scrollToIndex(hitRow, { align: "center" });
  });
  useHighlight(list, find.query);

  // Whoever came by keyboard waits for it at its place.
  useEffect(() => {
    if (document.activeElement?.matches("[data-conversation-place]")) scroller.current?.focus({ preventScroll: true });
  }, []);

  const unseen = useUnseen(eventIds, () => isAtEnd(scroller.current));
  const items = drawAll ? rows.map(asItem) : virtualizer.getVirtualItems();

  return (
    <div className="relative min-h-0 flex-1">
      <section
        ref={scroller}
        aria-label="Timeline"
        data-pane=""
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={() => {
          readsEnd.current = isAtEnd(scroller.current);
          unseen.check();
        }}
        className="h-full overflow-x-hidden overflow-y-auto overscroll-contain bg-background outline-offset-[-2px] [overflow-anchor:none]"
      >
        <div className="@container relative w-full" style={{ height: printing ? "auto" : virtualizer.getTotalSize() }}>
          <ol
            ref={list}
            data-timeline=""
            data-density={density}
            data-moving={isMoving ? "" : undefined}
            className="mx-auto w-full max-w-4xl"
            style={printing ? undefined : { transform: `translateY(${items[0]?.start ?? 0}px)` }}
          >
            {items.map((item) => {
              const row = rows[item.index];
              if (!row) return null;
              return (
                <li
                  key={item.key}
                  ref={virtualizer.measureElement}
                  data-index={item.index}
                  data-starts={startsSomething(row) ? "" : undefined}
                  data-future={item.index > currentRow ? "" : undefined}
                  data-current={row.kind !== "hidden" && item.index === currentRow && !atNow ? "" : undefined}
                  data-hit={row.kind !== "hidden" && item.index === hitRow ? "" : undefined}
                  className={classNames("relative px-3 sm:px-6", spaceAbove(row))}
                >
                  <TimelineRow
                    row={row}
                    onToggleRun={onToggleRun}
                    pending={item.index <= currentRow && isAwaited(row, index)}
                    reactionCount={reactionsUpTo(row, index)}
                    currentId={
                      row.kind === "hidden" && item.index === currentRow && !atNow ? (currentId ?? null) : null
                    }
                    hitId={row.kind === "hidden" && item.index === hitRow ? find.hitId : null}
                  />
                  {item.index === currentRow && !atNow && <AsOfLine at={at} />}
                </li>
              );
            })}
          </ol>
        </div>
      </section>
      {unseen.count > 0 && (
        <button
          type="button"
          onClick={() => virtualizer.scrollToEnd({ behavior: "smooth" })}
          className="absolute bottom-3 left-1/2 flex -translate-x-1/2 items-center gap-1.5 rounded-full bg-text px-3 py-1 text-xs font-medium text-background print:hidden"
        >
          <ArrowDown aria-hidden="true" className="size-3.5" />
          {unseen.count} new
        </button>
      )}
    </div>
  );
}

/** Reads the element directly: the virtualizer is notified of a scroll no sooner than this page. */
function isAtEnd(scroller: HTMLElement | null): boolean {
  return scroller !== null && scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= atEndPixels;
}

/** Runs on each new target except the first: the initial scroll is separate. */
function useFollow(target: string | null | undefined, follow: () => void): void {
  const previous = useRef(target);
  useEffect(() => {
    if (previous.current === target) return;
    previous.current = target;
    follow();
  });
}

function startsSomething(row: Row): boolean {
  return row.kind === "day" || row.kind === "silence" || (row.kind === "message" && row.startsGroup);
}

function isAwaited(row: Row, index: number): boolean {
  return row.kind === "message" && row.joined?.role === "prompt" && (row.joined.partnerIndex ?? -1) > index;
}

function reactionsUpTo(row: Row, index: number): number {
  return row.kind === "message" ? row.reactions.filter((reaction) => reaction.index <= index).length : 0;
}

function indexRows(rows: readonly Row[]): Map<string, number> {
  const index = new Map<string, number>();
  rows.forEach((row, place) => {
    for (const event of eventsOfRow(row)) index.set(event.id, place);
  });
  return index;
}

/** Renders the item outside of the virtualizer: in print nothing scrolls, and it would find no visible area. */
function asItem({ key }: Row, index: number) {
  return { key, index, start: 0 };
}
