import { type FacetName, isFacetKey } from "@/lib/api/facets";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { filters as filterTable } from "@/lib/filters/filters";
import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";
import type { VariableFilter } from "@/lib/filters/values/variable-filter";

/** The included and excluded values of a facet. */
export interface FacetChoice {
  only: readonly string[];
  not: readonly string[];
}

/** The filters' choice for a facet. */
export function facetChoice(filters: ConversationFilters, facet: FacetName): FacetChoice {
  const variable = variableOf(facet);
  if (variable !== null) {
    const valuesOf = (test: VariableFilter["test"]) =>
      filters.variables.filter((one) => one.name === variable && one.test === test).map(({ value }) => value);
    return { only: valuesOf("is"), not: valuesOf("not") };
  }
  return isFacetKey(facet) ? { only: filters[facet], not: filters[`-${facet}`] } : { only: [], not: [] };
}

/** The filters with a different choice for a facet. */
export function withFacetChoice(
  filters: ConversationFilters,
  facet: FacetName,
  { only, not }: FacetChoice,
): Partial<ConversationFilters> {
  const variable = variableOf(facet);
  if (variable === null) return { [facet]: only, [`-${facet}`]: not };
  const others = filters.variables.filter(({ name, test }) => name !== variable || (test !== "is" && test !== "not"));
  const testsOf = (test: "is" | "not", values: readonly string[]) =>
    values.map((value) => ({ name: variable, test, value }));
  return { variables: [...others, ...testsOf("is", only), ...testsOf("not", not)] };
}

/** Handles a click on a value: includes it, or clears it if it is included or excluded. */
export function toggleValue(facet: FacetName, { only, not }: FacetChoice, value: string): FacetChoice {
  const isSet = has(facet, only, value) || has(facet, not, value);
  return {
    only: isSet ? without(facet, only, value) : [...only, value],
    not: without(facet, not, value),
  };
}

/** Excludes a value, or clears the exclusion. */
export function toggleExcluded(facet: FacetName, { only, not }: FacetChoice, value: string): FacetChoice {
  return {
    only: without(facet, only, value),
    not: has(facet, not, value) ? without(facet, not, value) : [...not, value],
  };
}

/** Whether the facet's value is among these, compared as by the API. */
export function has(facet: FacetName, values: readonly string[], value: string): boolean {
  return values.some((other) => isSame(facet, other, value));
}

function without(facet: FacetName, values: readonly string[], value: string): string[] {
  return values.filter((other) => !isSame(facet, other, value));
}

/** Compares two values as the filter does. Values of variables are case-sensitive. */
function isSame(facet: FacetName, one: string, other: string): boolean {
  const { isExact = false }: Partial<FilterDefinition> = isFacetKey(facet) ? filterTable[facet] : { isExact: true };
  return isExact ? one === other : one.toLowerCase() === other.toLowerCase();
}

function variableOf(facet: FacetName): string | null {
  return facet.startsWith("var.") ? facet.slice("var.".length) : null;
}

/** The variables shown as facets because the filters test their values. */
export function variablesAsked({ variables }: Pick<ConversationFilters, "variables">): string[] {
  return [...new Set(variables.filter(({ test }) => test === "is" || test === "not").map(({ name }) => name))];
}
