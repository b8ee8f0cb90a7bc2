import { text } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const title = {
  label: "Conversation",
  width: 208,
  cell: text((summary) => summary.title, { isSearched: true }),
  sort: {
    name: "title",
    by: { kind: "title" },
    requires: "personal",
    ascending: "Title, A to Z",
    descending: "Title, Z to A",
    first: "ascending",
  },
  csv: { title: (summary) => summary.title },
} as const satisfies ColumnDefinition;
