"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { Summary } from "@/lib/conversation/conversation";
import { ConversationRow, rowHeight } from "./conversation-row";
import { ListSkeleton } from "./list-skeleton";

/** Rows to the end at which the next page is asked for. */
const nearEnd = 12;
const skeletonRows = 3;

export interface ListRowsProps {
  rows: Summary[];
  /** The element that scrolls; null until it is there. */
  view: HTMLElement | null;
  search: string;
  sought: string | undefined;
  selectedKey: string | null;
  hasMore: boolean;
  onNearEnd: () => void;
}

/** Only the rows in view are in the page, however long the list. */
export function ListRows({ rows, view, search, sought, selectedKey, hasMore, onNearEnd }: ListRowsProps) {
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => view,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    // What the server draws before there is a window to measure.
    initialRect: { width: 352, height: 900 },
  });
  useSelectedInView(view, rows, selectedKey);
  const items = virtual.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? 0;
  const isNearEnd = hasMore && lastIndex >= rows.length - nearEnd;

  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, onNearEnd]);

  return (
    <>
      <ul className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const summary = rows[index];
          return (
            summary && (
              <li
                key={key}
                className="absolute inset-x-0 top-0"
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                <ConversationRow
                  summary={summary}
                  href={`/conversations/${encodeURIComponent(summary.key)}${search}`}
                  selected={summary.key === selectedKey}
                  sought={sought}
                />
              </li>
            )
          );
        })}
      </ul>
      {hasMore && <ListSkeleton rows={skeletonRows} />}
    </>
  );
}

/** A page that opens on a conversation shows it in the list as well, where it is among the first ones. */
function useSelectedInView(view: HTMLElement | null, rows: readonly Summary[], selectedKey: string | null): void {
  const opened = useRef(rows.findIndex(({ key }) => key === selectedKey));
  useEffect(() => {
    const start = opened.current * rowHeight;
    if (view === null || start + rowHeight <= view.clientHeight) return;
    view.scrollTop = start - (view.clientHeight - rowHeight) / 2;
  }, [view]);
}
