import { column } from "@/lib/filters/kinds/condition";
import { count } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const gaps = {
  label: "Gaps",
  width: 104,
  cell: count((summary) => summary.gapCount, { isWarning: true }),
  sort: {
    name: "gapCount",
    by: column("gapCount"),
    ascending: "Fewest gaps first",
    descending: "Most gaps first",
    first: "descending",
  },
  csv: { gapCount: (summary) => summary.gapCount },
} as const satisfies ColumnDefinition;
