import type { ColumnDefinition } from "./column-definition";

export const labels = {
  label: "Labels",
  width: 184,
  cell: { kind: "labels" },
  csv: { labels: (summary) => summary.labels.map(({ id, name }) => name ?? id).join("; ") },
} as const satisfies ColumnDefinition;
