import type { ColumnDefinition } from "./column-definition";

export const assignee = {
  label: "Assignee",
  width: 144,
  cell: { kind: "assignee" },
  csv: {
    "assignee.type": (summary) => summary.assignee?.type ?? null,
    "assignee.id": (summary) => summary.assignee?.id ?? null,
    "assignee.email": (summary) => summary.assignee?.email ?? null,
    "assignee.name": (summary) => summary.assignee?.name ?? null,
  },
} as const satisfies ColumnDefinition;
