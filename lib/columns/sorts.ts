import type { ColumnDefinition, SortDefinition } from "./column-definition";
import { columnKeys, columns, type SortKey } from "./columns";

/** A sort order of the list: a sort key, with `-` for descending. Ties are broken by the age of the conversation. */
export type ConversationSort = SortKey | `-${SortKey}`;

export const defaultSort: ConversationSort = "-lastEventAt";

const definitions = columnKeys.map((key): ColumnDefinition => columns[key]).flatMap(({ sort }) => sort ?? []);

/** Every order, the default one first. */
export const sorts: readonly ConversationSort[] = [
  defaultSort,
  ...definitions
    // Names from the table that the type is derived from.
    .flatMap(({ name }) => [`-${name}`, name] as ConversationSort[])
    .filter((sort) => sort !== defaultSort),
];

/** Parses a sort order; null if unknown. */
export function readSort(name: string): ConversationSort | null {
  return sorts.find((sort) => sort === name) ?? null;
}

/** The definition and direction of a sort order. */
export function sortDefinition(sort: ConversationSort): SortDefinition & { isDescending: boolean } {
  const isDescending = sort.startsWith("-");
  const definition = definitions.find(({ name }) => name === sort.replace("-", ""));
  if (definition === undefined) throw new Error(`Unknown sort order "${sort}".`);
  return { ...definition, isDescending };
}

/** The label of a sort order. */
export function sortLabel(sort: ConversationSort): string {
  const { isDescending, ascending, descending } = sortDefinition(sort);
  return isDescending ? descending : ascending;
}
