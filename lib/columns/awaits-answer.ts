import { mark } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const awaitsAnswer = {
  label: "Unanswered",
  width: 112,
  cell: mark((summary) => summary.awaitsAnswer, "No answer", { isWarning: true }),
  csv: { awaitsAnswer: (summary) => summary.awaitsAnswer },
} as const satisfies ColumnDefinition;
