import { text } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const key = {
  label: "Key",
  width: 144,
  cell: text((summary) => summary.key, { isKey: true }),
  csv: { key: (summary) => summary.key },
} as const satisfies ColumnDefinition;
