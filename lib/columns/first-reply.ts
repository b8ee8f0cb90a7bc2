import { column } from "@/lib/filters/kinds/condition";
import { duration } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const firstReply = {
  label: "First reply",
  width: 104,
  cell: duration((summary) => summary.firstReplyMs),
  sort: {
    name: "firstReply",
    by: column("firstReply"),
    isOptional: true,
    ascending: "Fastest first reply first",
    descending: "Slowest first reply first",
    first: "descending",
  },
  csv: { firstReplyMs: (summary) => summary.firstReplyMs },
} as const satisfies ColumnDefinition;
