import type { ColumnDefinition } from "@/lib/columns/column-definition";
import { type ConversationSort, readSort } from "@/lib/columns/sorts";

export interface ColumnSort {
  /** The current sort direction of this column. */
  direction: "ascending" | "descending" | "none";
  /** The sort order after a click on the header. */
  next: ConversationSort;
}

/** A column's sort state; null if the list cannot be sorted by it. */
export function columnSort(
  { sort: definition }: Pick<ColumnDefinition, "sort">,
  sort: ConversationSort,
): ColumnSort | null {
  const up = readSort(`${definition?.name}`);
  const down = readSort(`-${definition?.name}`);
  if (up === null || down === null) return null;
  if (sort === up) return { direction: "ascending", next: down };
  if (sort === down) return { direction: "descending", next: up };
  return { direction: "none", next: definition?.first === "descending" ? down : up };
}
