import { column } from "@/lib/filters/kinds/condition";
import { moment } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const waitingSince = {
  label: "Waiting since",
  width: 112,
  cell: moment((summary) => summary.waitingSince),
  sort: {
    name: "waitingSince",
    by: column("waitingSince"),
    isOptional: true,
    ascending: "Waiting longest first",
    descending: "Waiting shortest first",
    first: "ascending",
  },
  csv: { waitingSince: (summary) => summary.waitingSince },
} as const satisfies ColumnDefinition;
