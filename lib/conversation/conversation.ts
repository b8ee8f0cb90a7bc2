import type { Actor } from "@/lib/events/event";

export type VariableScope = "contact" | "conversation" | "system";

export interface Variable {
  value: unknown;
  /** The sender's word for the type (text, number, date, …), or the value's JSON type where it gave none. */
  type: string;
  scope: VariableScope;
  eventId: string;
  updatedAt: string;
}

export interface Note {
  eventId: string;
  text: string;
  by: Actor | null;
  at: string;
}

export interface Assignment {
  eventId: string;
  from: Actor | null;
  to: Actor | null;
  by: Actor | null;
  at: string;
}

export interface Gap {
  afterEventId: string;
  reason: string;
}

/** A conversation's state at one moment. Times are ISO 8601 UTC with six decimals. */
export interface Conversation {
  key: string;
  id: string | null;
  externalKey: string | null;
  title: string;
  account: { key: string; id: string | null };
  bot: { id: string; name: string | null } | null;
  visitor: { key: string; id: string | null; name: string | null; email: string | null; phone: string | null };
  channel: { id: number | null; name: string; provider: number | null } | null;
  status: "open" | "closed";
  assignee: Actor | null;
  labels: { id: string; name: string | null }[];
  /** Keyed by the name that `variables` events use; null prototype is not needed: `__proto__` is an own key. */
  variables: Record<string, Variable>;
  notes: Note[];
  assignments: Assignment[];
  createdAt: string;
  lastEventAt: string;
  eventCount: number;
  messageCounts: { visitor: number; bot: number; user: number };
  gaps: Gap[];
}

/** The part of a conversation that a list shows. */
export interface Summary {
  key: string;
  id: string | null;
  title: string;
  status: "open" | "closed";
  account: { key: string };
  bot: { id: string; name: string | null } | null;
  visitor: { key: string; name: string | null; email: string | null };
  channel: { name: string } | null;
  assignee: Actor | null;
  labels: { id: string; name: string | null }[];
  createdAt: string;
  lastEventAt: string;
  eventCount: number;
  messageCounts: { visitor: number; bot: number; user: number };
  noteCount: number;
  gapCount: number;
  /** The last prompt has no answer yet. */
  awaitsAnswer: boolean;
  lastMessage: { text: string; at: string; by: string } | null;
  /** Values of the variables that the list has as columns. */
  variables?: Record<string, Variable["value"]> | undefined;
  /** Where the text that was searched for stands; of a search only, and only where looking for it is cheap. */
  hits?: SearchHits | undefined;
}

/** What of a conversation holds a text that was searched for. */
export interface SearchHits {
  /** Events and fields of the conversation that hold it. */
  count: number;
  /** The first of them: events in timeline order, then fields. */
  first: SearchHit[];
}

export interface SearchHit {
  /** null where it is a field of the conversation. */
  eventId: string | null;
  kind: "message" | "answer" | "note" | "event" | "title" | "visitor" | "key";
  /** The text around the place. */
  text: string;
  /** The place in `text`, in UTF-16 units. */
  start: number;
  end: number;
  by: Actor | null;
  at: string | null;
}
