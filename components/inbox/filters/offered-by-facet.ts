import { isFacetKey } from "@/lib/api/facets";
import type { Field } from "@/lib/filter-text/fields";
import type { FacetKey } from "@/lib/filters/filters";

/** The facet that suggests values for a filter without another source of values; otherwise null. */
export function offeredByFacet({ key, definition: { only, valuesFrom } }: Field): FacetKey | null {
  return only === undefined && valuesFrom === undefined && isFacetKey(key) ? key : null;
}
