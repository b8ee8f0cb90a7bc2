import { column } from "@/lib/filters/kinds/condition";
import { moment } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const lastEventAt = {
  label: "Last event",
  width: 96,
  cell: moment((summary) => summary.lastEventAt),
  sort: {
    name: "lastEventAt",
    by: column("lastEventAt"),
    ascending: "Longest inactive first",
    descending: "Latest event first",
    first: "descending",
  },
  csv: { lastEventAt: (summary) => summary.lastEventAt },
} as const satisfies ColumnDefinition;
