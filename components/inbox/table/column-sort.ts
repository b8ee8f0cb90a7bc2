import type { ColumnDefinition } from "@/lib/columns/column-definition";
import { type ConversationSort, readSort } from "@/lib/columns/sorts";

export interface ColumnSort {
  /** How the list is sorted by this column at present. */
  direction: "ascending" | "descending" | "none";
  /** What a click on the header sorts by. */
  next: ConversationSort;
}

/** How a column takes part in the list's order; null for one that the list cannot be sorted by. */
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
