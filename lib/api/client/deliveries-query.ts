import { endpoints } from "@/lib/api/endpoints/endpoints";
import { type DeliveryFilters, deliveryFilterKeys } from "@/lib/delivery-filters/delivery-filters";
import { pagesOf } from "./pages-of";

/** The page size of {@link deliveriesQuery}. */
export const deliveriesPerPage = 50;

/** The webhook log, newest first. */
export function deliveriesQuery(filters: DeliveryFilters) {
  const set = Object.fromEntries(
    deliveryFilterKeys.flatMap((key) => (filters[key] === null ? [] : [[key, filters[key]]])),
  );
  return pagesOf(endpoints.listDeliveries, { query: { ...set, limit: deliveriesPerPage } });
}
