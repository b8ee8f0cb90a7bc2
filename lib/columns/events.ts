import { column } from "@/lib/filters/kinds/condition";
import { count } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const events = {
  label: "Events",
  width: 104,
  cell: count((summary) => summary.eventCount),
  sort: {
    name: "eventCount",
    by: column("eventCount"),
    ascending: "Fewest events first",
    descending: "Most events first",
    first: "descending",
  },
  csv: { eventCount: (summary) => summary.eventCount },
} as const satisfies ColumnDefinition;
