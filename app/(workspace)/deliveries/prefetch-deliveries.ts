import "server-only";
import type { QueryClient } from "@tanstack/react-query";
import type { SearchParams } from "nuqs/server";
import { answered } from "@/app/answered";
import { noteRead } from "@/app/note-read";
import { parametersOf } from "@/app/parameters-of";
import { readDeliveriesSearch } from "@/components/deliveries/deliveries-search";
import { isEverything } from "@/lib/access/scope";
import { deliveriesPerPage, deliveriesQuery } from "@/lib/api/client/deliveries-query";
import { queryOf } from "@/lib/api/client/query-of";
import { definitions } from "@/lib/api/endpoints/definitions";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Viewer } from "@/lib/auth/viewer";
import { deliveryActivity } from "@/lib/queries/deliveries/delivery-activity";
import { deliveryById } from "@/lib/queries/deliveries/delivery-by-id";
import { deliveryPage } from "@/lib/queries/deliveries/delivery-page";
import { unfamiliarReport } from "@/lib/queries/unfamiliar-report";

/** Prefetches the page's initial data. Failed queries are retried by the page. */
export async function prefetchDeliveries(
  cache: QueryClient,
  viewer: Viewer,
  parameters: Promise<SearchParams>,
): Promise<void> {
  const { filters, delivery: id, period } = readDeliveriesSearch(parametersOf(await parameters));
  const page = { filters, limit: deliveriesPerPage, cursor: undefined };
  await Promise.all([
    cache.prefetchQuery({
      ...queryOf(endpoints.getDeliveryActivity, { query: { period } }),
      queryFn: () => deliveryActivity(viewer, period),
    }),
    cache.prefetchInfiniteQuery({
      ...deliveriesQuery(filters),
      queryFn: async () => {
        const shown = answered(await deliveryPage(viewer, page));
        noteRead(viewer, definitions.listDeliveries, { query: { ...filters } });
        return shown;
      },
    }),
    id === null
      ? isEverything(viewer.scope) &&
        cache.prefetchQuery({ ...queryOf(endpoints.getUnfamiliar), queryFn: () => unfamiliarReport(viewer) })
      : cache.prefetchQuery({
          ...queryOf(endpoints.getDelivery, { path: { id } }),
          queryFn: async () => {
            const shown = answered(await deliveryById(viewer, id));
            noteRead(viewer, definitions.getDelivery, { path: { id } });
            return shown;
          },
        }),
  ]);
}
