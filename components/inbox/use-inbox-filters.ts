"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { viewParameter } from "@/components/views/view-href";
import { type ConversationFilters, isFilterName, writeFilters } from "@/lib/api/filters";
import type { ConversationSort } from "@/lib/api/sort";
import { readInboxSearch, writeInboxSearch } from "./inbox-search";

export interface InboxFilters {
  filters: ConversationFilters;
  sort: ConversationSort;
  /** `?…` of the list alone and the view that it was opened with, for links that keep them; empty without. */
  search: string;
  /** Changes some filters. `replace` leaves no step in the browser's history: for typing. */
  change: (part: Partial<ConversationFilters>, options?: { replace?: boolean }) => void;
  changeSort: (sort: ConversationSort) => void;
}

/** The list's filters and order. The URL is their only home, by the names that the API has too. */
export function useInboxFilters(): InboxFilters {
  const parameters = useSearchParams();
  const { filters, sort } = useMemo(() => readInboxSearch(parameters), [parameters]);

  const go = useCallback(
    (nextFilters: ConversationFilters, nextSort: ConversationSort, replace: boolean) => {
      const next = writeInboxSearch(nextFilters, nextSort);
      for (const [name, value] of parameters) if (!isFilterName(name) && name !== "sort") next.append(name, value);
      const url = next.size > 0 ? `?${next}` : window.location.pathname;
      if (replace) window.history.replaceState(null, "", url);
      else window.history.pushState(null, "", url);
    },
    [parameters],
  );

  return useMemo(() => {
    const own = writeInboxSearch(filters, sort);
    const view = parameters.get(viewParameter);
    if (view !== null) own.set(viewParameter, view);
    return {
      filters,
      sort,
      search: own.size > 0 ? `?${own}` : "",
      change: (part, { replace = false } = {}) => go({ ...filters, ...part }, sort, replace),
      changeSort: (nextSort) => go(filters, nextSort, true),
    };
  }, [filters, sort, go, parameters]);
}

/** How many filters are set, the tab's `status` and the search text aside. */
export function countFilters(filters: ConversationFilters): number {
  const others = {
    ...filters,
    status: [],
    q: [],
    "q.all": [],
    assignee: filters.assignee.filter((assignee) => assignee !== "none"),
  };
  return writeFilters(others).size;
}

/** Adds `more` to what is set; a single-valued filter is replaced. */
export function mergeFilters(
  filters: ConversationFilters,
  more: Partial<ConversationFilters>,
): Partial<ConversationFilters> {
  return Object.fromEntries(
    Object.entries(more).map(([name, value]) => {
      const before: unknown = filters[name as keyof ConversationFilters];
      return [name, Array.isArray(before) && Array.isArray(value) ? [...new Set([...before, ...value])] : value];
    }),
  );
}
