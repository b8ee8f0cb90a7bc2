"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import type { DeliveryFilters } from "@/lib/api/delivery";

export const tabs = ["all", "quarantine", "accepted", "tests"] as const;
export type DeliveriesTab = (typeof tabs)[number];
export const states = ["open", "reprocessed", "dismissed"] as const;
export type QuarantineState = (typeof states)[number];

const parameters = {
  show: parseAsStringLiteral(tabs).withDefault("all"),
  /** In quarantine alone. */
  state: parseAsStringLiteral(states).withDefault("open"),
  delivery: parseAsString,
  /** What stands beside the list where no delivery is open; on the phone instead of it. */
  pane: parseAsStringLiteral(["report"] as const),
};

/** What the page shows. The URL is its only home. */
export function useDeliveriesView() {
  const [view, change] = useQueryStates(parameters, { history: "push" });
  const filters = useMemo(() => filtersOf(view.show, view.state), [view.show, view.state]);
  return { view, change, filters };
}

export type DeliveriesView = ReturnType<typeof useDeliveriesView>;

/** The log's filters that a tab means. */
export function filtersOf(tab: DeliveriesTab, state: QuarantineState): DeliveryFilters {
  switch (tab) {
    case "quarantine":
      return { verdict: ["quarantined", "partial"], source: [], resolution: [state] };
    case "accepted":
      return { verdict: ["accepted", "partial"], source: [], resolution: [] };
    case "tests":
      return { verdict: ["test"], source: [], resolution: [] };
    case "all":
      return { verdict: [], source: [], resolution: [] };
  }
}
