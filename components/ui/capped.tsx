"use client";

import { type ReactNode, useState } from "react";
import { usePrint } from "@/components/ui/hooks/use-print";

const shownAtOnce = 50;
const printedAtMost = 1000;

interface CappedItem<Item> {
  item: Item;
  index: number;
}

interface CappedProps<Item> {
  items: readonly Item[];
  /** The noun for the items: `Show all 60,000 buttons`. */
  noun: string;
  /** Items that are always shown, such as the selected one. */
  isKept?: ((item: Item, index: number) => boolean) | undefined;
  limit?: number | undefined;
  /** Shows the last items instead, if they are the newest. */
  fromEnd?: boolean | undefined;
  children: (shown: readonly CappedItem<Item>[]) => ReactNode;
}

/** The first items of a list, and the rest on demand: a message can contain more than a browser can render. */
export function Capped<Item>({ items, limit = shownAtOnce, children, ...rest }: CappedProps<Item>) {
  if (items.length <= limit) return children(items.map((item, index) => ({ item, index })));
  return (
    <CappedItems items={items} limit={limit} {...rest}>
      {children}
    </CappedItems>
  );
}

function CappedItems<Item>({ items, noun, isKept, limit = shownAtOnce, fromEnd = false, children }: CappedProps<Item>) {
  const [all, setAll] = useState(false);
  const printing = usePrint();
  const length = all ? items.length : printing ? printedAtMost : limit;
  const start = fromEnd ? Math.max(0, items.length - length) : 0;
  const shown: CappedItem<Item>[] = items
    .slice(start, start + length)
    .map((item, index) => ({ item, index: start + index }));
  if (isKept !== undefined) {
    for (let index = length; index < items.length; index += 1) {
      const item = items[index];
      if (item !== undefined && shown.length < length + shownAtOnce && isKept(item, index)) shown.push({ item, index });
    }
  }
  return (
    <>
      {children(shown)}
      {shown.length < items.length && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="mt-1 block w-fit text-left text-xs text-muted underline hover:text-text"
        >
          Show all {items.length.toLocaleString("en")} {noun}
        </button>
      )}
    </>
  );
}
