import { type ActivityPeriod, activityPeriods } from "@/lib/api/activity-periods";
import { type DeliveryFilters, writeDeliveryFilters } from "@/lib/delivery-filters/delivery-filters";
import { readDeliveryFilters } from "@/lib/delivery-filters/read-delivery-filters";

/** The tabs of an open delivery. */
export const detailTabs = ["request", "response", "events"] as const;
export type DetailTab = (typeof detailTabs)[number];

/** The page's state, as stored in its URL. */
export interface DeliveriesSearch {
  filters: DeliveryFilters;
  /** The open delivery's id. */
  delivery: string | null;
  tab: DetailTab;
  /** The chart's time span. */
  period: ActivityPeriod;
  /** On phones, what is shown instead of the list. */
  pane: "report" | null;
}

export function readDeliveriesSearch(parameters: URLSearchParams): DeliveriesSearch & { ignored: readonly string[] } {
  const read = readDeliveryFilters(parameters);
  return {
    ...read,
    delivery: parameters.get("delivery"),
    tab: detailTabs.find((tab) => tab === parameters.get("tab")) ?? "request",
    period: activityPeriods.find((period) => period === parameters.get("period")) ?? "24h",
    pane: parameters.get("pane") === "report" ? "report" : null,
  };
}

/** The page's URL. */
export function deliveriesHref({ filters, delivery, tab, period, pane }: DeliveriesSearch): string {
  const parameters = writeDeliveryFilters(filters);
  if (period !== "24h") parameters.set("period", period);
  if (delivery !== null) parameters.set("delivery", delivery);
  if (delivery !== null && tab !== "request") parameters.set("tab", tab);
  if (pane !== null) parameters.set("pane", pane);
  return parameters.size === 0 ? "/deliveries" : `/deliveries?${parameters}`;
}
