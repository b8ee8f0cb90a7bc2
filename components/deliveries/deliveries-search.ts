import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { DeliveryFilters } from "@/lib/api/schemas/delivery";

export const tabs = ["all", "quarantine", "accepted", "tests"] as const;
export type DeliveriesTab = (typeof tabs)[number];
export const states = ["open", "reprocessed", "dismissed"] as const;
export type QuarantineState = (typeof states)[number];

/** What the page's URL says. */
export const deliveriesSearch = {
  show: parseAsStringLiteral(tabs).withDefault("all"),
  /** In quarantine alone. */
  state: parseAsStringLiteral(states).withDefault("open"),
  /** The id of the one that is open. */
  delivery: parseAsString,
  /** On the phone, what stands in the list's place. */
  pane: parseAsStringLiteral(["report"] as const),
};

export const loadDeliveriesSearch = createLoader(deliveriesSearch);

/** The log's filters that a tab means. */
export function filtersOfTab(tab: DeliveriesTab, state: QuarantineState): DeliveryFilters {
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
