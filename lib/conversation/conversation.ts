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

/** The last prompt that the visitor was to answer. */
export interface LastPrompt {
  /** The sender's word for the message type, in lower case: `button`, `form` … */
  type: string;
  /** What it asks, in one line of at most 300 characters. */
  text: string;
  eventId: string;
  /** The visitor has answered, or said something else, since. */
  answered: boolean;
}

/** An event and when it happened. */
export interface Moment {
  eventId: string;
  at: string;
}

/** The way from the bot to a human and back, event by event. */
export interface Handling {
  /** The first time that a human or team became the assignee; else the first human message. */
  handover: Moment | null;
  /** From the first event to the handover, or to the last event while there is none; milliseconds with decimals. */
  beforeHandoverMs: number | null;
  /** The first human message from the handover on. */
  firstReply: (Moment & { by: Actor }) | null;
  lastReply: Moment | null;
  /** Human messages. */
  replyCount: number;
  /** The visitor message that `waitingSince` refers to. */
  waitingFor: Moment | null;
}

/** How fast people answered, the last prompt, and reopening. Part of both a conversation and its summary. */
export interface Service {
  /** From the handover to a human or team, to the first human message after it; milliseconds with decimals. */
  humanWaitMs: number | null;
  /** From the first visitor message to the first human message after it. */
  firstReplyMs: number | null;
  /** The longest time from a visitor message to the reply of the human or team in charge. */
  longestReplyMs: number | null;
  /** The visitor message that the human or team in charge has not answered; null while closed. */
  waitingSince: string | null;
  lastPrompt: LastPrompt | null;
  /** Opened again after it was closed. */
  reopened: boolean;
  /** The beginning of its text, up to 1,000 characters; a script's answer does not count. */
  firstVisitorMessage: string | null;
}

export interface Gap {
  afterEventId: string;
  reason: string;
}

/** A conversation's state at one moment. Times are ISO 8601 UTC with six decimals. */
export interface Conversation extends Service {
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
  handling: Handling;
  gaps: Gap[];
}

/** The part of a conversation that a list shows. */
export interface Summary extends Service {
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
  /** The first of them: the visitor's messages, then other events, both in timeline order, then fields. */
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
