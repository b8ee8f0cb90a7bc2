/** What an entry of a timeline is, as a reader tells entries apart: each has exactly one category, which the filter lists. */
export interface EventCategory {
  /** Stands in links. */
  readonly id: string;
  readonly label: string;
}

/** The categories that several events share, or that no definition names. One event's own stands in its definition. */
export const categories = {
  message: { id: "message", label: "Messages" },
  prompt: { id: "prompt", label: "Prompts and answers" },
  note: { id: "note", label: "Notes" },
  variable: { id: "variable", label: "Variables" },
  label: { id: "label", label: "Labels" },
  assignee: { id: "assignee", label: "Handovers" },
  status: { id: "status", label: "Created, opened, closed" },
  other: { id: "other", label: "Not recognised" },
} as const satisfies Record<string, EventCategory>;
