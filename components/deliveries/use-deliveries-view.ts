"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { type DeliveriesSearch, deliveriesHref, readDeliveriesSearch } from "./deliveries-search";

/** What the page shows. The URL is its only home. */
export function useDeliveriesView() {
  const parameters = useSearchParams();
  const view = useMemo(() => readDeliveriesSearch(parameters), [parameters]);
  /** `replace` leaves no step in the browser's history: for typing. */
  const change = useCallback((part: Partial<DeliveriesSearch>, { replace = false } = {}) => {
    // From the address itself: what was drawn last may be older than it.
    const now = readDeliveriesSearch(new URLSearchParams(window.location.search));
    const href = deliveriesHref({ ...now, ...part });
    if (replace) window.history.replaceState(null, "", href);
    else window.history.pushState(null, "", href);
  }, []);
  return { view, change };
}

export type DeliveriesView = ReturnType<typeof useDeliveriesView>;
