"use client";

import { type RefObject, useEffect } from "react";
import { isTyping } from "@/components/ui/keys/is-typing";

/**
 * `j` and `k` move between rows; inside the list, so do the arrow keys, and the down arrow moves from the search box to the list.
 * Enter opens the row, which is a link.
 */
export function useDeliveryKeys(
  scroller: RefObject<HTMLElement | null>,
  search: RefObject<HTMLInputElement | null>,
): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      const list = scroller.current;
      if (event.key === "ArrowDown" && event.target === search.current && list !== null) {
        event.preventDefault();
        return focusRow(list, 1);
      }
      if (isTyping(event.target)) return;
      if (list === null || list.offsetParent === null) return;
      const step = stepOf(event.key, event.target instanceof Node && list.contains(event.target));
      if (step === 0) return;
      event.preventDefault();
      focusRow(list, step);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [scroller, search]);
}

function stepOf(key: string, isInList: boolean): -1 | 0 | 1 {
  if (key === "j" || (isInList && key === "ArrowDown")) return 1;
  if (key === "k" || (isInList && key === "ArrowUp")) return -1;
  return 0;
}

/** Starts from the focused row, otherwise from the open one, otherwise from the first visible one. */
function focusRow(list: HTMLElement, step: -1 | 1): void {
  const top = (element: Element) => element.getBoundingClientRect().top;
  const rows = [...list.querySelectorAll<HTMLAnchorElement>("a[data-delivery-id]")].sort(
    (one, other) => top(one) - top(other),
  );
  const active: Element | null = document.activeElement;
  const focused = active instanceof HTMLAnchorElement ? rows.indexOf(active) : -1;
  const from = focused >= 0 ? focused : rows.findIndex((row) => row.ariaCurrent === "true");
  const next = from >= 0 ? from + step : rows.findIndex((row) => top(row) >= top(list));
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
}
