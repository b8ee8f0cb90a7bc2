import { isFacetKey } from "@/lib/api/facets";
import type { Field } from "@/lib/filter-text/fields";
import type { FacetKey } from "@/lib/filters/filters";

/** The facet whose values are offered for a filter that has no other source of values; null where there is one. */
export function offeredByFacet({ key, definition: { only, valuesFrom } }: Field): FacetKey | null {
  return only === undefined && valuesFrom === undefined && isFacetKey(key) ? key : null;
}
