"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import type { ConversationSort } from "@/lib/columns/sorts";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { type IgnoredParameter, type InboxSearch, isOfPage, readInboxSearch, writeInboxSearch } from "./inbox-search";
import { viewParameter } from "./view-href";

export interface InboxFilters {
  filters: ConversationFilters;
  sort: ConversationSort;
  /** Invalid parameters in the URL; the next change removes them. */
  ignored: readonly IgnoredParameter[];
  /** The query string `?…` with only the list's parameters and its view, for links that keep them; empty if there are none. */
  search: string;
  /** Changes some filters. `replace` adds no entry to the browser's history: for typing. */
  change: (part: FilterChange, options?: { replace?: boolean }) => void;
  changeSort: (sort: ConversationSort) => void;
}

/** Some filters, or a function of the current ones. */
type FilterChange = Partial<ConversationFilters> | ((now: ConversationFilters) => Partial<ConversationFilters>);

/** The list's filters and sort order. They are stored only in the URL, with the same names as in the API. */
export function useInboxFilters(): InboxFilters {
  const parameters = useSearchParams();
  const { filters, sort, ignored } = useMemo(() => readInboxSearch(parameters), [parameters]);

  const change = useCallback((part: FilterChange, { replace = false } = {}) => {
    rewrite(({ filters: now, sort: order }) => {
      return { filters: { ...now, ...(typeof part === "function" ? part(now) : part) }, sort: order };
    }, replace);
  }, []);
  const changeSort = useCallback((next: ConversationSort) => rewrite((now) => ({ ...now, sort: next }), true), []);

  return useMemo(() => {
    const own = writeInboxSearch(filters, sort);
    const view = parameters.get(viewParameter);
    if (view !== null) own.set(viewParameter, view);
    return {
      filters,
      sort,
      ignored,
      search: own.size > 0 ? `?${own}` : "",
      change,
      changeSort,
    };
  }, [filters, sort, ignored, change, changeSort, parameters]);
}

/** Read from the current URL, which may be newer than the last render: otherwise changes in between would be undone. */
function rewrite(become: (now: InboxSearch) => InboxSearch, replace: boolean): void {
  const parameters = new URLSearchParams(window.location.search);
  const { filters, sort } = become(readInboxSearch(parameters));
  const next = writeInboxSearch(filters, sort);
  for (const [name, value] of parameters) if (isOfPage(name)) next.append(name, value);
  const url = next.size > 0 ? `?${next}` : window.location.pathname;
  if (replace) window.history.replaceState(null, "", url);
  else window.history.pushState(null, "", url);
}

/** The number of active filters, without the tab's `status` and the search text. */
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

/** Adds `more` to the active filters; a single-valued filter is replaced. */
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
