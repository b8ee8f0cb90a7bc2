import type { Summary } from "@/lib/conversation/conversation";

/** The content of a table cell; components/inbox/table/table-cell.tsx draws each kind. */
export type Cell =
  | { kind: "text"; value: (summary: Summary) => string | null; isKey?: boolean; isSearched?: boolean }
  | { kind: "count"; value: (summary: Summary) => number; isWarning?: boolean }
  /** ISO 8601. */
  | { kind: "moment"; value: (summary: Summary) => string | null }
  /** Milliseconds. */
  | { kind: "duration"; value: (summary: Summary) => number | null }
  /** Shows `yes` or nothing. */
  | { kind: "mark"; value: (summary: Summary) => boolean; yes: string; isWarning?: boolean }
  | { kind: "status" | "assignee" | "labels" | "channel" | "last message" }
  /** The value of a variable. */
  | { kind: "variable"; name: string };

/** A title, a name or any other text; null is drawn as a dash. */
export function text(
  value: (summary: Summary) => string | null,
  options: { isKey?: boolean; isSearched?: boolean } = {},
) {
  return { kind: "text", value, ...options } as const;
}

export function count(value: (summary: Summary) => number, options: { isWarning?: boolean } = {}) {
  return { kind: "count", value, ...options } as const;
}

/** A time in ISO 8601. */
export function moment(value: (summary: Summary) => string | null) {
  return { kind: "moment", value } as const;
}

/** A duration in milliseconds. */
export function duration(value: (summary: Summary) => number | null) {
  return { kind: "duration", value } as const;
}

/** Shows `yes` if the value is true. */
export function mark(value: (summary: Summary) => boolean, yes: string, options: { isWarning?: boolean } = {}) {
  return { kind: "mark", value, yes, ...options } as const;
}
