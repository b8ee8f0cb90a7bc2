import type { ColumnDefinition, SortDefinition } from "./column-definition";
import { columnKeys, columns, type SortKey } from "./columns";

/** A list's order: what it is sorted by, with `-` for descending. Ties are resolved by the conversation's age in the database. */
export type ConversationSort = SortKey | `-${SortKey}`;

export const defaultSort: ConversationSort = "-lastEventAt";

const definitions = columnKeys.map((key): ColumnDefinition => columns[key]).flatMap(({ sort }) => sort ?? []);

/** Every order, the default one first. */
export const sorts: readonly ConversationSort[] = [
  defaultSort,
  ...definitions
    // Names of the table, and therefore of the type.
    .flatMap(({ name }) => [`-${name}`, name] as ConversationSort[])
    .filter((sort) => sort !== defaultSort),
];

/** The order of this name; null where there is none. */
export function readSort(name: string): ConversationSort | null {
  return sorts.find((sort) => sort === name) ?? null;
}

/** What an order is made of. */
export function sortDefinition(sort: ConversationSort): SortDefinition & { isDescending: boolean } {
  const isDescending = sort.startsWith("-");
  const definition = definitions.find(({ name }) => name === sort.replace("-", ""));
  if (definition === undefined) throw new Error(`Unknown sort order "${sort}".`);
  return { ...definition, isDescending };
}

/** What an order is called. */
export function sortLabel(sort: ConversationSort): string {
  const { isDescending, ascending, descending } = sortDefinition(sort);
  return isDescending ? descending : ascending;
}
