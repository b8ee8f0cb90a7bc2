import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";
import type { VariableFilter } from "@/lib/filters/values/variable-filter";
import {
  type AllKey,
  type FilterKey,
  type FilterValues,
  filterKeys,
  filters,
  type ListKey,
  type NegatableKey,
  type SingleKey,
} from "./filters";

/**
 * The filters of a list of conversations. Several values of one filter mean "any of", with a minus "none of", with `.all` "all
 * of"; a conversation has to match every filter.
 */
export type ConversationFilters = FilterValues & {
  /** Several values for the same test of one variable mean "any of" (for `not`: "none of"). */
  variables: VariableFilter[];
};

/** The name of a filter in a URL, except variables. */
export type FilterName = keyof FilterValues;
/** The name of a filter with several values. */
export type ListName = ListKey | `-${NegatableKey}` | `${AllKey}.all`;
/** The name of a filter with one value. */
export type SingleName = SingleKey;

/** The filter of a name, and how its values are combined. */
export interface NamedFilter {
  key: FilterKey;
  how: "any" | "all" | "none";
  isList: boolean;
  definition: FilterDefinition;
}

const named = new Map<string, NamedFilter>(
  filterKeys.flatMap((key) => {
    const definition: FilterDefinition = filters[key];
    const isList = definition.kind === "list";
    const as = (name: string, how: NamedFilter["how"]) => [name, { key, how, isList, definition }] as const;
    return [
      as(key, "any"),
      ...(definition.hasAll === true ? [as(`${key}.all`, "all")] : []),
      ...(definition.isNegatable === true ? [as(`-${key}`, "none")] : []),
    ];
  }),
);

/** The names of filters in a URL, except variables. */
// Derived from the same table as the type.
export const filterNames = [...named.keys()] as FilterName[];

/** The filter of a URL parameter; null for other parameters. */
export function filterNamed(name: string): NamedFilter | null {
  return named.get(name) ?? null;
}

/** The filter of a known name. */
export function filterOf(name: FilterName): NamedFilter {
  const filter = named.get(name);
  if (filter === undefined) throw new Error(`Unknown filter "${name}".`);
  return filter;
}

/** The current values of a filter. */
export function valuesOf(filters: ConversationFilters, name: FilterName): readonly string[] {
  const set = filters[name];
  return Array.isArray(set) ? set : set === null ? [] : [set];
}

/** Matches every conversation. */
export const noFilters: ConversationFilters = {
  ...nothingSet(),
  variables: [],
};

function nothingSet(): FilterValues {
  const values: unknown = Object.fromEntries(filterNames.map((name) => [name, filterOf(name).isList ? [] : null]));
  // A list for each filter with several values, null for the others, as the type derived from the same table.
  return values as FilterValues;
}
