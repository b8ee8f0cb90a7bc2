"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { Summary } from "@/lib/conversation/conversation";
import type { ListView } from "./list-view";
import { focusedKey } from "./row-focus";

/** Rows to the end at which the next page is asked for. */
const nearEnd = 12;

interface Geometry {
  rowHeight: number;
  /** What stands above the rows in the element that scrolls, and stays there: a header. */
  headerHeight: number;
}

type Rows = Pick<ListView, "rows" | "view" | "selectedKey" | "focusedKey" | "hasMore" | "onNearEnd">;

/** Which rows are in view, each with its place; only they are in the page, however long the list. */
export function useVirtualRows(
  { rows, view, selectedKey, focusedKey: currentKey, hasMore, onNearEnd }: Rows,
  { rowHeight, headerHeight }: Geometry,
) {
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => view,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    rangeExtractor: (range) => withFocused(range, view, rows),
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    // What the server draws before there is a window to measure.
    initialRect: { width: 352, height: 900 },
  });
  const measured = useRef(rowHeight);
  useEffect(() => {
    if (measured.current === rowHeight) return;
    measured.current = rowHeight;
    virtual.measure();
  }, [rowHeight, virtual]);
  useOpenedInView(view, rows, selectedKey, rowHeight);

  const items = virtual.getVirtualItems();
  const isNearEnd = hasMore && (items.at(-1)?.index ?? 0) >= rows.length - nearEnd;
  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, onNearEnd]);

  const shown = items.flatMap(({ index }) => rows[index]?.key ?? []);
  const firstInView = items.find(({ start }) => start >= (virtual.scrollOffset ?? 0));

  return {
    /** The conversation at whose row the Tab key stops: the one that had the focus, the one that is open, or the first in view. */
    tabStop:
      [currentKey, selectedKey].find((key) => key !== null && shown.includes(key)) ??
      rows[firstInView?.index ?? 0]?.key ??
      null,
    totalHeight: virtual.getTotalSize(),
    items: items.flatMap(({ index, key, start }) => {
      const summary = rows[index];
      return summary === undefined ? [] : [{ index, key, summary, top: start - headerHeight }];
    }),
  };
}

/** The row that has the focus stays in the page also where it is scrolled out of view: the focus would be lost with it. */
function withFocused(range: Range, view: HTMLElement | null, rows: readonly Summary[]): number[] {
  const inView = defaultRangeExtractor(range);
  const key = view === null ? null : focusedKey(view);
  const focused = key === null ? -1 : rows.findIndex((row) => row.key === key);
  return focused < 0 || inView.includes(focused) ? inView : [...inView, focused].sort((one, other) => one - other);
}

/** A page that opens on a conversation shows it in the list as well, where it is among the first ones. */
function useOpenedInView(
  view: HTMLElement | null,
  rows: readonly Summary[],
  selectedKey: string | null,
  rowHeight: number,
): void {
  const opened = useRef(rows.findIndex(({ key }) => key === selectedKey) * rowHeight);
  const height = useRef(rowHeight);
  useEffect(() => {
    if (view === null || opened.current + height.current <= view.clientHeight) return;
    view.scrollTop = opened.current - (view.clientHeight - height.current) / 2;
  }, [view]);
}
