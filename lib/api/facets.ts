import { type FacetKey, type FilterKey, filterKeys, filters } from "@/lib/filters/filters";
import type { FacetDefinition, FilterDefinition } from "@/lib/filters/kinds/filter-definition";

/** The facets that are answered unless others are asked for. */
// The filters of the table that have a facet, and no others.
export const usualFacets = filterKeys.filter((key) => facetOf(key) !== null) as FacetKey[];

/** A facet: a filter, `var.<name>` for the values of a variable, `variables` for the names of all. */
export type FacetName = FacetKey | "variables" | `var.${string}`;

/** Whether there is a facet of this name. */
export function isFacet(name: string): name is FacetName {
  return name === "variables" || /^var\../s.test(name) || isFacetKey(name);
}

export function isFacetKey(name: string): name is FacetKey {
  return usualFacets.some((known) => known === name);
}

/** The facet of a filter; null where it has none. */
export function facetOf(key: FilterKey): FacetDefinition | null {
  const { facet }: FilterDefinition = filters[key];
  return facet ?? null;
}
