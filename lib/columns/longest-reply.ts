import { duration } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const longestReply = {
  label: "Slowest reply",
  width: 104,
  cell: duration((summary) => summary.longestReplyMs),
  csv: { longestReplyMs: (summary) => summary.longestReplyMs },
} as const satisfies ColumnDefinition;
