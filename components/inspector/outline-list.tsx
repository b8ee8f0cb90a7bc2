"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import type { OutlineItem } from "@/lib/fold/log/outline";
import { OutlineEntry } from "./outline-entry";

interface OutlineListProps {
  items: readonly OutlineItem[];
  /** Index of the item at the playhead; -1 for none. */
  place: number;
  onGo: (item: OutlineItem) => void;
}

const rowHeight = 28;
/** A chapter has two lines. */
const chapterHeight = 48;
const pageRows = 10;

/**
 * A listbox: arrow keys move, Enter goes to the item. A conversation may have thousands of prompts, so only visible items are
 * rendered.
 */
export function OutlineList({ items, place, onGo }: OutlineListProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(Math.max(0, place));
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(items[index]),
    overscan: 6,
  });
  useLayoutEffect(() => {
    setActive(Math.max(0, place));
    virtualizer.scrollToIndex(Math.max(0, place), { align: "center" });
  }, [place, virtualizer]);

  const walk = (to: number) => {
    const next = Math.min(items.length - 1, Math.max(0, to));
    setActive(next);
    virtualizer.scrollToIndex(next, { align: "auto" });
  };
  const keys = (event: KeyboardEvent) => {
    const item = items[active];
    const target = targets[event.key]?.(active, items.length);
    if (target !== undefined) walk(target);
    else if ((event.key === "Enter" || event.key === " ") && item) onGo(item);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label="Outline of the conversation"
      aria-activedescendant={items.length > 0 ? `${id}-${active}` : undefined}
      onKeyDown={keys}
      className="max-h-[min(32rem,70dvh)] overflow-y-auto overscroll-contain p-1 outline-none"
    >
      <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          return (
            item && (
              // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names its active option
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list box takes the keys
              <div
                key={item.key}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === place}
                aria-posinset={index + 1}
                aria-setsize={items.length}
                data-active={index === active ? "" : undefined}
                data-outline={item.kind}
                onClick={() => onGo(item)}
                style={{ transform: `translateY(${start}px)`, height: heightOf(item) }}
                className="absolute inset-x-0 top-0 flex cursor-pointer items-center gap-2 rounded-md border-l-2 border-transparent px-2 text-xs aria-selected:border-accent aria-selected:bg-accent-soft hover:bg-hover data-active:outline-2 data-active:-outline-offset-2 data-active:outline-line-strong"
              >
                <OutlineEntry item={item} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function heightOf(item: OutlineItem | undefined): number {
  return item?.kind === "chapter" ? chapterHeight : rowHeight;
}

const targets: Record<string, (active: number, count: number) => number> = {
  ArrowDown: (active) => active + 1,
  ArrowUp: (active) => active - 1,
  PageDown: (active) => active + pageRows,
  PageUp: (active) => active - pageRows,
  Home: () => 0,
  End: (_, count) => count - 1,
};
