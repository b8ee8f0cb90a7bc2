import type { ColumnDefinition } from "./column-definition";

export const status = {
  label: "Status",
  width: 88,
  cell: { kind: "status" },
  csv: { status: (summary) => summary.status },
} as const satisfies ColumnDefinition;
