"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { type DeliveriesSearch, deliveriesHref, readDeliveriesSearch } from "./deliveries-search";

/** Some of the page's state, or a function of the current one. */
type ViewChange = Partial<DeliveriesSearch> | ((now: DeliveriesSearch) => Partial<DeliveriesSearch>);

/** The page's state, which is stored only in the URL. */
export function useDeliveriesView() {
  const parameters = useSearchParams();
  const view = useMemo(() => readDeliveriesSearch(parameters), [parameters]);
  /** `replace` adds no entry to the browser's history: for typing. */
  const change = useCallback((part: ViewChange, { replace = false } = {}) => {
    // Read from the current URL, which may be newer than the last render.
    const now = readDeliveriesSearch(new URLSearchParams(window.location.search));
    const href = deliveriesHref({ ...now, ...(typeof part === "function" ? part(now) : part) });
    if (replace) window.history.replaceState(null, "", href);
    else window.history.pushState(null, "", href);
  }, []);
  return { view, change };
}

export type DeliveriesView = ReturnType<typeof useDeliveriesView>;
