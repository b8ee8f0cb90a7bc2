import { column } from "@/lib/filters/kinds/condition";
import { moment } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const createdAt = {
  label: "Started",
  width: 96,
  cell: moment((summary) => summary.createdAt),
  sort: {
    name: "createdAt",
    by: column("createdAt"),
    ascending: "Oldest conversation first",
    descending: "Newest conversation first",
    first: "descending",
  },
  csv: { createdAt: (summary) => summary.createdAt },
} as const satisfies ColumnDefinition;
