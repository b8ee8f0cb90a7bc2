import { column } from "@/lib/filters/kinds/condition";
import { duration } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const humanWait = {
  label: "Longest wait",
  width: 104,
  cell: duration((summary) => summary.humanWaitMs),
  sort: {
    name: "humanWait",
    by: column("humanWait"),
    isOptional: true,
    ascending: "Shortest wait first",
    descending: "Longest wait first",
    first: "descending",
  },
  csv: { humanWaitMs: (summary) => summary.humanWaitMs },
} as const satisfies ColumnDefinition;
