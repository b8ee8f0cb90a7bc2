import { type ConversationSort, conversationSort } from "@/lib/api/sort";
import type { TableColumn } from "./table-columns";

export interface ColumnSort {
  /** How the list is sorted by this column at present. */
  direction: "ascending" | "descending" | "none";
  /** What a click on the header sorts by. */
  next: ConversationSort;
}

/** How a column takes part in the list's order; null for one that the list cannot be sorted by. */
export function columnSort(
  { sort: name, sortsDownFirst = false }: TableColumn,
  sort: ConversationSort,
): ColumnSort | null {
  const up = conversationSort.safeParse(name).data;
  const down = conversationSort.safeParse(`-${name}`).data;
  if (up === undefined || down === undefined) return null;
  if (sort === up) return { direction: "ascending", next: down };
  if (sort === down) return { direction: "descending", next: up };
  return { direction: "none", next: sortsDownFirst ? down : up };
}
