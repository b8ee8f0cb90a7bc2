import type { Summary } from "@/lib/conversation/conversation";
import type { Value } from "@/lib/filters/kinds/condition";
import type { Cell } from "./cell";

export type CsvValue = string | number | boolean | null;

/** How the list is sorted by a column. Conversations without a value come last in both directions. */
export interface SortDefinition<Column extends string = string> {
  /** In `sort=`, with `-` before it for descending. */
  name: string;
  by: Value<Column> | { kind: "title" };
  /** The column can be null. */
  isOptional?: boolean;
  /** What the order is called. */
  ascending: string;
  descending: string;
  /** What the first click on the header sorts by. */
  first: "ascending" | "descending";
}

/** One column of the list. Its name in settings and saved views is its key in lib/columns/columns.ts. */
export interface ColumnDefinition<Column extends string = string> {
  label: string;
  /** Pixels at first. */
  width: number;
  cell: Cell;
  sort?: SortDefinition<Column>;
  /** The columns of the CSV export, by their names there: the fields of a summary in the API. */
  csv: Readonly<Record<string, (summary: Summary) => CsvValue>>;
}
