"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback, useOptimistic, useRef, useTransition } from "react";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { type AnalyticsSearch, analyticsHref, readAnalyticsSearch } from "./analytics-search";

export interface AnalyticsSearchState extends Pick<InboxFilters, "filters" | "ignored" | "change"> {
  search: AnalyticsSearch;
  /** Changes the period or its zone. */
  changeSearch: (part: Partial<AnalyticsSearch>) => void;
  showTables: (asTables: boolean) => void;
  /** The server is computing the figures of what was chosen last. */
  isPending: boolean;
}

/** The state of a page of metrics or flows. It is stored only in the URL; the server renders the figures of each. */
export function useAnalyticsSearch(): AnalyticsSearchState {
  const router = useRouter();
  const pathname = usePathname();
  const [isPending, startTransition] = useTransition();
  const [written, setWritten] = useOptimistic(useSearchParams().toString());
  const { ignored, ...search } = readAnalyticsSearch(pathname, new URLSearchParams(written));
  // A second change may come before the first is rendered.
  const latest = useRef(search);
  latest.current = search;

  const move = useCallback(
    (part: Partial<AnalyticsSearch>, replace = false) => {
      const href = analyticsHref({ ...latest.current, ...part });
      latest.current = { ...latest.current, ...part };
      startTransition(() => {
        setWritten(href.split("?")[1] ?? "");
        if (replace) router.replace(href);
        else router.push(href);
      });
    },
    [router, setWritten],
  );
  const change = useCallback<InboxFilters["change"]>(
    (part, { replace = false } = {}) => {
      const { filters: now } = latest.current;
      const { from, to, ...changed } = { ...now, ...(typeof part === "function" ? part(now) : part) };
      // In the search box, `from:` and `to:` choose the period.
      const period = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
      move({ filters: { ...changed, from: null, to: null }, ...period }, replace);
    },
    [move],
  );
  const changeSearch = useCallback((part: Partial<AnalyticsSearch>) => move(part), [move]);
  const showTables = useCallback((asTables: boolean) => {
    // Both are in the page already.
    window.history.replaceState(null, "", analyticsHref({ ...latest.current, asTables }));
  }, []);
  return { search, filters: search.filters, ignored, change, changeSearch, showTables, isPending };
}
