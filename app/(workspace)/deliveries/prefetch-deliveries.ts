import "server-only";
import type { QueryClient } from "@tanstack/react-query";
import type { SearchParams } from "nuqs/server";
import { filtersOfTab, loadDeliveriesSearch } from "@/components/deliveries/deliveries-search";
import {
  deliveriesPerPage,
  deliveriesQuery,
  deliveryActivityQuery,
  deliveryQuery,
  unfamiliarQuery,
} from "@/lib/api/queries";
import type { Viewer } from "@/lib/auth/viewer";
import { deliveryActivity } from "@/lib/queries/deliveries/delivery-activity";
import { deliveryById } from "@/lib/queries/deliveries/delivery-by-id";
import { deliveryPage } from "@/lib/queries/deliveries/delivery-page";
import { Refusal } from "@/lib/queries/refusal";
import { unfamiliarReport } from "@/lib/queries/unfamiliar-report";

/** Fills the cache with what the page shows at first. What fails is asked for again by the page. */
export async function prefetchDeliveries(
  cache: QueryClient,
  viewer: Viewer,
  parameters: Promise<SearchParams>,
): Promise<void> {
  const { show, state, delivery: id } = await loadDeliveriesSearch(parameters);
  const filters = filtersOfTab(show, state);
  const page = { filters, limit: deliveriesPerPage, cursor: undefined };
  await Promise.all([
    cache.prefetchQuery({ ...deliveryActivityQuery(), queryFn: () => deliveryActivity(viewer) }),
    cache.prefetchInfiniteQuery({
      ...deliveriesQuery(filters),
      queryFn: async () => answered(await deliveryPage(viewer, page)),
    }),
    id === null
      ? cache.prefetchQuery({ ...unfamiliarQuery(), queryFn: () => unfamiliarReport(viewer) })
      : cache.prefetchQuery({ ...deliveryQuery(id), queryFn: async () => answered(await deliveryById(viewer, id)) }),
  ]);
}

function answered<Answer>(answer: Answer | Refusal): Answer {
  if (answer instanceof Refusal) throw new Error(answer.message);
  return answer;
}
