import "server-only";
import type { Access } from "@/lib/access/scope";
import { type FacetName, isFacetKey, usualFacets } from "@/lib/api/facets";
import type { Facet, Facets } from "@/lib/api/schemas/facets";
import type { Viewer } from "@/lib/auth/viewer";
import { type ConversationFilters, filterNames, filterOf, noFilters } from "@/lib/filters/conversation-filters";
import type { FacetKey } from "@/lib/filters/filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { finder } from "@/lib/search/is-found";
import { store } from "@/lib/store/connection/client";
import { countFacets, type FacetRow } from "@/lib/store/lists/count-facets";
import { countedAtMost } from "@/lib/store/lists/list-counts";
import { canCount } from "@/lib/store/lists/personal-parameters";
import { facetValues } from "./facet-values";
import { isNameShown } from "./shown-names";

export interface FacetCountsRequest {
  filters: ConversationFilters;
  facets: readonly FacetName[];
  /** Only values whose name contains this, ignoring case. */
  search: string;
  /** Maximum number of values per facet. */
  limit: number;
}

/**
 * The values in the matching conversations, with counts. Each facet ignores its own filter: its counts show the result of
 * selecting another value.
 */
export async function facetCounts(viewer: Viewer, request: FacetCountsRequest): Promise<Facets> {
  const wanted = [
    ...new Set(request.facets.length === 0 ? usualFacets.filter((facet) => canCount(viewer, facet)) : request.facets),
  ];
  const filtersOf = (facet: FacetName) => withoutOwn(request.filters, facet);
  const alike = Map.groupBy(wanted, (facet) => writeFilters(filtersOf(facet)).toString());
  const found = new Map<FacetName, Facet>();
  for (const facets of alike.values()) {
    const [first] = facets;
    if (first === undefined) continue;
    const filters = filtersOf(first);
    const { rows, isCut } = await countFacets(store(), viewer, { ...request, filters, facets });
    for (const facet of facets) {
      const own = rows.filter((row) => row.facet === facet);
      found.set(facet, await toFacet(viewer, facet, own, isCut, { ...request, filters }));
    }
  }
  return {
    countedAtMost: countedAtMost(request.filters),
    facets: wanted.map((facet) => found.get(facet)).filter((facet) => facet !== undefined),
  };
}

async function toFacet(
  access: Access,
  facet: FacetName,
  rows: readonly FacetRow[],
  isCut: boolean,
  request: FacetCountsRequest,
) {
  const isSearched = finder(request.search);
  const values = (await facetValues(store(), access, facet, rows, request.filters))
    .filter(({ value, name }) => [value, name].some(isSearched) && (facet !== "variables" || isNameShown(access, name)))
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
  return {
    facet,
    values: values.slice(0, request.limit),
    hasMore: values.length > request.limit,
    isExact: !isCut,
  };
}

function withoutOwn(filters: ConversationFilters, facet: FacetName): ConversationFilters {
  if (facet === "variables") return filters;
  if (facet.startsWith("var.")) {
    const name = facet.slice("var.".length);
    const isOwn = (variable: ConversationFilters["variables"][number]) =>
      variable.name === name && (variable.test === "is" || variable.test === "not");
    return { ...filters, variables: filters.variables.filter((variable) => !isOwn(variable)) };
  }
  return isFacetKey(facet) ? { ...filters, ...withoutFilter(facet) } : filters;
}

/** Clears a filter and its negation. */
function withoutFilter(key: FacetKey): Partial<ConversationFilters> {
  const own = filterNames.filter((name) => filterOf(name).key === key && filterOf(name).how !== "all");
  return Object.fromEntries(own.map((name) => [name, noFilters[name]]));
}
