import type { Summary } from "@/lib/conversation/conversation";
import type { Value } from "@/lib/filters/kinds/condition";
import type { Cell } from "./cell";

export type CsvValue = string | number | boolean | null;

/** How the list is sorted by a column. Conversations without a value are last in both directions. */
export interface SortDefinition<Column extends string = string> {
  /** In `sort=`, with `-` before it for descending. */
  name: string;
  by: Value<Column> | { kind: "title" };
  /** Whether the column is nullable. */
  isOptional?: boolean;
  /** The permission without which it is not allowed: its order would tell personal data. */
  requires?: "personal";
  /** The label of the order. */
  ascending: string;
  descending: string;
  /** The order after the first click on the header. */
  first: "ascending" | "descending";
}

/** One column of the list. Its name in settings and saved views is its key in lib/columns/columns.ts. */
export interface ColumnDefinition<Column extends string = string> {
  label: string;
  /** Initial width in pixels. */
  width: number;
  cell: Cell;
  sort?: SortDefinition<Column>;
  /** Its columns in the CSV export, by name: the fields of a summary in the API. */
  csv: Readonly<Record<string, (summary: Summary) => CsvValue>>;
}
