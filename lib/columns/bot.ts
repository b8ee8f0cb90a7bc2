import { text } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const bot = {
  label: "Bot",
  width: 144,
  cell: text((summary) => summary.bot && (summary.bot.name ?? `Bot ${summary.bot.id}`)),
  csv: { "bot.id": (summary) => summary.bot?.id ?? null, "bot.name": (summary) => summary.bot?.name ?? null },
} as const satisfies ColumnDefinition;
