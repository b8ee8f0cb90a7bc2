import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { facetCounts } from "@/lib/queries/lists/facet-counts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.facets, ({ viewer, filters, query }) =>
  facetCounts(viewer, { filters, facets: query.facet, search: query.search, limit: query.limit }),
);
