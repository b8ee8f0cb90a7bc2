import type { FilterName, ListName, SingleName } from "@/lib/filters/conversation-filters";
import { type FilterKey, filterKeys, filters } from "@/lib/filters/filters";
import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";

interface WrittenFilter {
  /** As written; parsed in any case, with or without hyphens. */
  name: string;
  key: FilterKey;
  definition: FilterDefinition;
  /** What it filters by, in a few words. */
  help: string;
  /** Suggested values, if they do not come from the data. */
  values: readonly string[];
}

/** How a filter is written in the search box. For a list, `none` is the filter for conversations with none of the values. */
export type Field = WrittenFilter &
  ({ isList: true; filter: ListName; none: ListName | null } | { isList: false; filter: SingleName; none: null });

export const fields: readonly Field[] = filterKeys.flatMap((key): Field[] => {
  const definition: FilterDefinition = filters[key];
  const { help, values = [], hasAll, isNegatable } = definition;
  const written = { name: boxName(key), key, definition, help, values };
  // Keys of the table: those of lists are names of lists, also with a minus or ".all".
  if (definition.kind !== "list") return [{ ...written, isList: false, filter: key as SingleName, none: null }];
  const none = isNegatable === true ? (`-${key}` as ListName) : null;
  const any: Field = { ...written, isList: true, filter: key as ListName, none };
  // All of several texts are written as separate words.
  if (hasAll !== true || key === "q") return [any];
  const all = `${key}.all` as FilterName as ListName;
  return [
    any,
    { ...any, name: `${written.name}.all`, filter: all, none: null, help: `all of these: ${definition.help}` },
  ];
});

/** The field with this name, in any case, with or without hyphens. */
export function fieldNamed(name: string): Field | null {
  const wanted = plain(name);
  return (
    fields.find((field) => {
      const { aliases = [] } = field.definition;
      return [field.name, field.filter, ...aliases].map(plain).includes(wanted);
    }) ?? null
  );
}

/** The name of a filter in the search box: `closed-by`. */
function boxName(key: FilterKey): string {
  const { box }: FilterDefinition = filters[key];
  return box ?? key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll("-", "");
}
