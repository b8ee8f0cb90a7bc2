import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { facetCounts } from "@/lib/queries/lists/facet-counts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.listFacets, ({ viewer, filters, query }) =>
  facetCounts(viewer, { filters, facets: query.facet, search: query.search, limit: query.limit }),
);
