"use client";

import { type RefObject, useEffect } from "react";
import { rowHeight } from "./conversation-row";

interface Parts {
  pane: RefObject<HTMLElement | null>;
  /** The element that the rows scroll in. */
  view: HTMLElement | null;
  searchInput: RefObject<HTMLInputElement | null>;
}

/**
 * `/` goes to the search, `j` and `k` from row to row, and inside the list the arrows too; Enter opens the row, which is a
 * link.
 */
export function useListKeys({ pane, view, searchInput }: Parts): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const isTyping = target?.closest("input, textarea, select, [contenteditable=true], [role=dialog], [role=menu]");
      if (event.key === "ArrowDown" && target === searchInput.current) {
        event.preventDefault();
        focusRow(view, 1);
      }
      if (isTyping || pane.current?.offsetParent == null) return;

      if (event.key === "/") {
        event.preventDefault();
        searchInput.current?.focus();
        searchInput.current?.select();
      }
      const step = stepOf(event.key, view?.contains(target) ?? false);
      if (step !== 0) {
        event.preventDefault();
        focusRow(view, step);
      }
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [pane, view, searchInput]);
}

function stepOf(key: string, isInList: boolean): -1 | 0 | 1 {
  if (key === "j" || (isInList && key === "ArrowDown")) return 1;
  if (key === "k" || (isInList && key === "ArrowUp")) return -1;
  return 0;
}

/** Moves the focus from the focused row, else from the selected one, else to the first in view. */
function focusRow(view: HTMLElement | null, step: -1 | 1): void {
  if (view === null) return;
  const links = [...view.querySelectorAll<HTMLAnchorElement>("a[data-conversation-key]")].sort(
    (one, other) => top(one) - top(other),
  );
  const active: Element | null = document.activeElement;
  const from = active instanceof HTMLAnchorElement ? links.indexOf(active) : -1;
  const selected = from >= 0 ? from : links.findIndex((link) => link.ariaCurrent === "true");
  const edge = view.getBoundingClientRect().top;
  const next = selected >= 0 ? selected + step : links.findIndex((link) => top(link) >= edge);
  const link = links[Math.min(Math.max(next, 0), links.length - 1)];
  if (!link) return;

  link.focus({ preventScroll: true });
  const offset = top(link) - edge;
  const hidden = offset < 0 ? offset : Math.max(0, offset + rowHeight - view.clientHeight);
  if (hidden !== 0) view.scrollBy({ top: hidden });
}

function top(element: Element): number {
  return element.getBoundingClientRect().top;
}
