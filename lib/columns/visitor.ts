import { text } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const visitor = {
  label: "Visitor",
  width: 176,
  cell: text((summary) => summary.visitor.name ?? summary.visitor.email, { isSearched: true }),
  csv: {
    "visitor.key": (summary) => summary.visitor.key,
    "visitor.name": (summary) => summary.visitor.name,
    "visitor.email": (summary) => summary.visitor.email,
  },
} as const satisfies ColumnDefinition;
