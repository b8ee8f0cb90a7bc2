import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { DeliveryFilters } from "@/lib/api/schemas/delivery";
import { pagesOf } from "./pages-of";

/** The size of a page of {@link deliveriesQuery}. */
export const deliveriesPerPage = 50;

/** The webhook log, newest first. */
export function deliveriesQuery(filters: DeliveryFilters) {
  return pagesOf(endpoints.listDeliveries, { query: { ...filters, limit: deliveriesPerPage } });
}
