import { text } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const lastPrompt = {
  label: "Last question",
  width: 240,
  cell: text((summary) => summary.lastPrompt?.text ?? null),
  csv: {
    "lastPrompt.type": (summary) => summary.lastPrompt?.type ?? null,
    "lastPrompt.text": (summary) => summary.lastPrompt?.text ?? null,
    "lastPrompt.eventId": (summary) => summary.lastPrompt?.eventId ?? null,
    "lastPrompt.answered": (summary) => summary.lastPrompt?.answered ?? null,
  },
} as const satisfies ColumnDefinition;
