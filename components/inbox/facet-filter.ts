import type { FacetName } from "@/lib/api/facets";
import type { ConversationFilters } from "@/lib/api/filters";
import type { VariableFilter } from "@/lib/api/variable-filter";

type Listed = Exclude<FacetName, "variables" | `var.${string}`>;

/** Values of a facet that are asked for, and those that are kept out. */
export interface FacetChoice {
  only: readonly string[];
  not: readonly string[];
}

/** What the filters say about a facet. */
export function facetChoice(filters: ConversationFilters, facet: FacetName): FacetChoice {
  const variable = variableOf(facet);
  if (variable !== null) {
    const valuesOf = (test: VariableFilter["test"]) =>
      filters.variables.filter((one) => one.name === variable && one.test === test).map(({ value }) => value);
    return { only: valuesOf("is"), not: valuesOf("not") };
  }
  if (facet === "variables") return { only: [], not: [] };
  return { only: filters[facet as Listed], not: filters[`-${facet as Listed}`] };
}

/** The filters with another choice of a facet's values. */
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

/** A click on a value: asks for it, or, when it is asked for or kept out already, no longer does. */
export function toggleValue({ only, not }: FacetChoice, value: string): FacetChoice {
  const isSet = has(only, value) || has(not, value);
  return { only: isSet ? without(only, value) : [...only, value], not: without(not, value) };
}

/** Keeps a value out, or no longer does. */
export function toggleExcluded({ only, not }: FacetChoice, value: string): FacetChoice {
  return { only: without(only, value), not: has(not, value) ? without(not, value) : [...not, value] };
}

/** The API compares these filters in any case as well. */
export function has(values: readonly string[], value: string): boolean {
  return values.some((other) => isSame(other, value));
}

function without(values: readonly string[], value: string): string[] {
  return values.filter((other) => !isSame(other, value));
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function variableOf(facet: FacetName): string | null {
  return facet.startsWith("var.") ? facet.slice("var.".length) : null;
}

/** The variables that a facet is shown of because the filters ask for their values. */
export function variablesAsked({ variables }: Pick<ConversationFilters, "variables">): string[] {
  return [...new Set(variables.filter(({ test }) => test === "is" || test === "not").map(({ name }) => name))];
}
