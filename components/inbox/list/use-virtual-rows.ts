"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { Summary } from "@/lib/conversation/conversation";
import type { ListView } from "./list-view";
import { focusedKey } from "./row-focus";

/** The next page is fetched this many rows before the end. */
const nearEnd = 12;

interface Geometry {
  rowHeight: number;
  /** Height of the sticky header above the rows. */
  headerHeight: number;
}

type Rows = Pick<ListView, "rows" | "view" | "selectedKey" | "focusedKey" | "hasMore" | "onNearEnd">;

/** The visible rows with their offsets; only they are rendered, however long the list is. */
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
    // The viewport assumed during server rendering.
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
    /** The conversation whose row is the tab stop: the last focused one, the open one, or the first visible one. */
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

/** Keeps the focused row rendered when it is scrolled out of view; otherwise the focus would be lost. */
function withFocused(range: Range, view: HTMLElement | null, rows: readonly Summary[]): number[] {
  const inView = defaultRangeExtractor(range);
  const key = view === null ? null : focusedKey(view);
  const focused = key === null ? -1 : rows.findIndex((row) => row.key === key);
  return focused < 0 || inView.includes(focused) ? inView : [...inView, focused].sort((one, other) => one - other);
}

/** Scrolls the initially open conversation's row into view, if it is among the first ones. */
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
