"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import {
  type FocusEvent,
  type PointerEvent,
  type UIEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useListSettings } from "@/components/list-state/list-settings-context";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { conversationsQuery } from "@/lib/api/client/conversation-queries";
import { variableColumns } from "@/lib/api/list-settings";
import type { Summary } from "@/lib/conversation/conversation";
import { focusedKey } from "./row-focus";
import type { FocusedRow } from "./use-focused-row";
import { useHeldOrder } from "./use-held-order";

/**
 * The rows to show, the scroll container's properties, and its event handlers. While the list is in use (scrolled, hovered,
 * navigated with the keyboard, or `isUsed`) its order is held.
 */
export function useConversationRows({ filters, sort, search }: InboxFilters, focused: FocusedRow, isUsed: boolean) {
  // The table's columns, even while the list is narrow next to a conversation, so that returning needs no request.
  const columns = variableColumns(useListSettings().settings);
  const list = useInfiniteQuery({ ...conversationsQuery(filters, sort, columns), placeholderData: keepPreviousData });
  const latest = useMemo(() => uniqueRows(list.data?.pages.flatMap(({ data }) => data) ?? []), [list.data]);
  const [view, setView] = useState<HTMLElement | null>(null);
  const [isPointedAt, setPointedAt] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const [isScrolled, setScrolled] = useState(false);
  const held = isPointedAt || isFocused || isScrolled || focused.key !== null || isUsed;
  const { rows, waiting, release } = useHeldOrder(latest, held, list.isPlaceholderData ? "previous" : search);
  useTopOfEach(search, view);

  const { isFetching, fetchNextPage } = list;
  const onNearEnd = useCallback(() => {
    if (!isFetching) void fetchNextPage();
  }, [isFetching, fetchNextPage]);

  return {
    list,
    rows,
    waiting,
    view,
    onNearEnd,
    showLatest: () => {
      view?.scrollTo({ top: 0 });
      release();
    },
    /** For the scroll container. */
    scroller: {
      ref: setView,
      onScroll: (event: UIEvent) => setScrolled(event.currentTarget.scrollTop > 0),
      onPointerEnter: (event: PointerEvent) => setPointedAt(event.pointerType === "mouse"),
      onPointerLeave: () => setPointedAt(false),
      onFocus: (event: FocusEvent<HTMLElement>) => {
        setFocused(event.target.matches(":focus-visible"));
        const key = focusedKey(event.currentTarget);
        if (key !== null) focused.set(key);
      },
      onBlur: () => setFocused(false),
      "aria-busy": list.isPlaceholderData,
    },
  };
}

/** Removes duplicates of conversations that moved while pages were loaded: the first position is kept. */
function uniqueRows(rows: Summary[]): Summary[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}

/** Scrolls to the top when the list changes. */
function useTopOfEach(search: string, view: HTMLElement | null): void {
  const shown = useRef(search);
  useEffect(() => {
    if (shown.current === search) return;
    shown.current = search;
    view?.scrollTo({ top: 0 });
  }, [search, view]);
}
