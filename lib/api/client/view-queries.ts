import { queryOptions } from "@tanstack/react-query";
import { getJson } from "./client";
import { savedViews, viewCounts } from "./saved-view";

export const viewScope = { views: "views", counts: "view-counts" } as const;

/** The saved views that one sees: one's own, then the shared ones. */
export function viewsQuery() {
  return queryOptions({
    queryKey: [viewScope.views],
    queryFn: async ({ signal }) => (await getJson("/api/v1/views", savedViews, { signal })).data,
    staleTime: 60_000,
  });
}

/** How many conversations each of them holds. */
export function viewCountsQuery() {
  return queryOptions({
    queryKey: [viewScope.counts],
    queryFn: async ({ signal }) => (await getJson("/api/v1/views/counts", viewCounts, { signal })).data,
    staleTime: 15_000,
  });
}
