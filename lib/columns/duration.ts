import { span } from "@/lib/filters/kinds/condition";
import { millisecondsBetween } from "@/lib/time/instant";
import { duration as durationCell } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const duration = {
  label: "Duration",
  width: 104,
  cell: durationCell(({ createdAt, lastEventAt }) => millisecondsBetween(createdAt, lastEventAt)),
  sort: {
    name: "duration",
    by: span("createdAt", "lastEventAt"),
    ascending: "Shortest first",
    descending: "Longest first",
    first: "descending",
  },
  csv: {},
} as const satisfies ColumnDefinition;
