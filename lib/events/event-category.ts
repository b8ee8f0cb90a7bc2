/** A group of timeline entries that the filter shows or hides. Each event is in exactly one. */
export interface EventCategory {
  /** Used in links. */
  readonly id: string;
  readonly label: string;
}

/** Categories that several events share. A category of only one event is part of its definition. */
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
