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
 * What a list of conversations is narrowed to. Several values of one filter mean "any of", of one with a minus "none of", of one
 * with `.all` "all of"; different filters must all hold.
 */
export type ConversationFilters = FilterValues & {
  /** The same test of the same variable again means "any of" (of `not`: "none of"). */
  variables: VariableFilter[];
};

/** A filter's name in a URL; variables have names of their own. */
export type FilterName = keyof FilterValues;
/** The name of a filter of several values. */
export type ListName = ListKey | `-${NegatableKey}` | `${AllKey}.all`;
/** The name of a filter of one value. */
export type SingleName = SingleKey;

/** Which filter a name is about, and how its values are meant. */
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

/** The filters' names in a URL, beside those of variables. */
// Made of the same table as the type.
export const filterNames = [...named.keys()] as FilterName[];

/** The filter that a URL's parameter names; null for other parameters. */
export function filterNamed(name: string): NamedFilter | null {
  return named.get(name) ?? null;
}

/** The filter of a name that is known to be one. */
export function filterOf(name: FilterName): NamedFilter {
  const filter = named.get(name);
  if (filter === undefined) throw new Error(`Unknown filter "${name}".`);
  return filter;
}

/** The values that are set of a filter. */
export function valuesOf(filters: ConversationFilters, name: FilterName): readonly string[] {
  const set = filters[name];
  return Array.isArray(set) ? set : set === null ? [] : [set];
}

/** No conversation is left out. */
export const noFilters: ConversationFilters = {
  ...nothingSet(),
  variables: [],
};

function nothingSet(): FilterValues {
  const values: unknown = Object.fromEntries(filterNames.map((name) => [name, filterOf(name).isList ? [] : null]));
  // A list for each filter of several values, null for each other, as the type says of the same table.
  return values as FilterValues;
}
