import { serve } from "@/app/api/v1/serve";
import { noteRead } from "@/app/note-read";
import { definitions } from "@/lib/api/endpoints/definitions";
import { facetCounts } from "@/lib/queries/lists/facet-counts";

const reads = { action: "search.run", list: "facets" } as const;

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.listFacets,
  async ({ viewer, filters, query: { facet, search, limit } }) => {
    const shown = await facetCounts(viewer, { filters, facets: facet, search, limit });
    // Counts of statuses, bots and so on tell nothing about a person.
    const texts = [...filters.q, ...filters["q.all"]];
    const isSearch = search !== "" || texts.length > 0 || facet.some((name) => name.startsWith("var."));
    if (isSearch) noteRead(viewer, { reads }, { filters, query: { facet, search } });
    return shown;
  },
);
