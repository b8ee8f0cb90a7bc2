import { text } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const account = {
  label: "Account",
  width: 144,
  cell: text((summary) => summary.account.key, { isKey: true }),
  csv: { "account.key": (summary) => summary.account.key },
} as const satisfies ColumnDefinition;
