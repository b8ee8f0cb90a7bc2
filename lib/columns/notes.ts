import { column } from "@/lib/filters/kinds/condition";
import { count } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const notes = {
  label: "Notes",
  width: 104,
  cell: count((summary) => summary.noteCount),
  sort: {
    name: "noteCount",
    by: column("noteCount"),
    ascending: "Fewest notes first",
    descending: "Most notes first",
    first: "descending",
  },
  csv: { noteCount: (summary) => summary.noteCount },
} as const satisfies ColumnDefinition;
