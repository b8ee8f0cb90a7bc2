import { text } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const firstVisitorMessage = {
  label: "First visitor message",
  width: 240,
  cell: text((summary) => summary.firstVisitorMessage, { isSearched: true }),
  csv: { firstVisitorMessage: (summary) => summary.firstVisitorMessage },
} as const satisfies ColumnDefinition;
