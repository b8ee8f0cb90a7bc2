import { text } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const id = {
  label: "ID",
  width: 96,
  cell: text((summary) => summary.id, { isKey: true }),
  csv: { id: (summary) => summary.id },
} as const satisfies ColumnDefinition;
