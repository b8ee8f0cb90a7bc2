import { mark } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const reopened = {
  label: "Reopened",
  width: 96,
  cell: mark((summary) => summary.reopened, "Reopened"),
  csv: { reopened: (summary) => summary.reopened },
} as const satisfies ColumnDefinition;
