import type { ColumnDefinition } from "./column-definition";
import { type ColumnKey, columns } from "./columns";
import { isVariable } from "./csv-columns";

/** A column of the list: one of the table {@link columns}, or a variable. */
export type ListColumn = ColumnKey | `var.${string}`;

export function isListColumn(name: string): name is ListColumn {
  return isVariable(name) || Object.hasOwn(columns, name);
}

/** The definition of a column: label, sort order and cell. */
export function listColumn(id: ListColumn): ColumnDefinition {
  if (!isVariable(id)) return columns[id];
  const name = id.slice("var.".length);
  return { label: name, width: 144, cell: { kind: "variable", name }, csv: {} };
}
