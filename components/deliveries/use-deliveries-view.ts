"use client";

import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { deliveriesSearch, filtersOfTab } from "./deliveries-search";

/** What the page shows. The URL is its only home. */
export function useDeliveriesView() {
  const [view, change] = useQueryStates(deliveriesSearch, { history: "push" });
  const filters = useMemo(() => filtersOfTab(view.show, view.state), [view.show, view.state]);
  return { view, change, filters };
}

export type DeliveriesView = ReturnType<typeof useDeliveriesView>;
