import { type FacetKey, type FilterKey, filterKeys, filters } from "@/lib/filters/filters";
import type { FacetDefinition, FilterDefinition } from "@/lib/filters/kinds/filter-definition";

/** The facets returned by default. */
// The filters that have a facet.
export const usualFacets = filterKeys.filter((key) => facetOf(key) !== null) as FacetKey[];

/** A facet: a filter, `var.<name>` for the values of a variable, or `variables` for the names of all. */
export type FacetName = FacetKey | "variables" | `var.${string}`;

/** Whether there is a facet with this name. */
export function isFacet(name: string): name is FacetName {
  return name === "variables" || /^var\../s.test(name) || isFacetKey(name);
}

export function isFacetKey(name: string): name is FacetKey {
  return usualFacets.some((known) => known === name);
}

/** A filter's facet, or null. */
export function facetOf(key: FilterKey): FacetDefinition | null {
  const { facet }: FilterDefinition = filters[key];
  return facet ?? null;
}
