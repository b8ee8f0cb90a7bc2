import type { ColumnDefinition } from "./column-definition";

export const lastMessage = {
  label: "Last message",
  width: 320,
  cell: { kind: "last message" },
  csv: {
    "lastMessage.text": (summary) => summary.lastMessage?.text ?? null,
    "lastMessage.at": (summary) => summary.lastMessage?.at ?? null,
    "lastMessage.by": (summary) => summary.lastMessage?.by ?? null,
  },
} as const satisfies ColumnDefinition;
