import type { ColumnDefinition } from "./column-definition";

export const channel = {
  label: "Channel",
  width: 124,
  cell: { kind: "channel" },
  csv: { "channel.name": (summary) => summary.channel?.name ?? null },
} as const satisfies ColumnDefinition;
