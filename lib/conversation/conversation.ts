import type { Actor } from "@/lib/events/event";

export type VariableScope = "contact" | "conversation" | "system";

export interface Variable {
  value: unknown;
  /** The type as sent (text, number, date, …), or the value's JSON type if missing. */
  type: string;
  scope: VariableScope;
  eventId: string;
  updatedAt: string;
  /** Its value is masked. */
  masked?: true | undefined;
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

/** The last prompt that the visitor was expected to answer. */
export interface LastPrompt {
  /** The message type as sent, in lower case: `button`, `form` … */
  type: string;
  /** The question, in one line of at most 300 characters. */
  text: string;
  eventId: string;
  /** The visitor has answered it, or written something else since. */
  answered: boolean;
}

/** A reference to an event, with its timestamp. */
export interface Moment {
  eventId: string;
  at: string;
}

/** The handover from the bot to a human, and the replies after it. */
export interface Handling {
  /** The first assignment to a human or team; without one, the first human message. */
  handover: Moment | null;
  /** From the first event to the handover, or to the last event if there is none yet; milliseconds with decimals. */
  beforeHandoverMs: number | null;
  /** The first human message after the handover, or the handover itself if it is a message. */
  firstReply: (Moment & { by: Actor }) | null;
  lastReply: Moment | null;
  /** Human messages. */
  replyCount: number;
  /** The visitor message that `waitingSince` refers to. */
  waitingFor: Moment | null;
}

/** Response times, the last prompt, and reopening. Part of both a conversation and its summary. */
export interface Service {
  /** From the handover to the first human message after it; milliseconds with decimals. */
  humanWaitMs: number | null;
  /** From the first visitor message to the first human message after it. */
  firstReplyMs: number | null;
  /** The longest time from a visitor message to the reply of the assigned human or team. */
  longestReplyMs: number | null;
  /** The visitor message that the assigned human or team has not answered; null while closed. */
  waitingSince: string | null;
  lastPrompt: LastPrompt | null;
  /** Opened again after being closed. */
  reopened: boolean;
  /** The first 1,000 characters of its text; a script's answer does not count. */
  firstVisitorMessage: string | null;
}

export interface Gap {
  afterEventId: string;
  reason: string;
}

/** The state of a conversation after one of its events. Times are ISO 8601 UTC with six decimals. */
export interface Conversation extends Service {
  key: string;
  id: string | null;
  externalKey: string | null;
  title: string;
  account: { key: string; id: string | null };
  bot: { id: string; name: string | null } | null;
  visitor: {
    key: string;
    id: string | null;
    name: string | null;
    email: string | null;
    phone: string | null;
    masked?: true | undefined;
  };
  channel: { id: number | null; name: string; provider: number | null } | null;
  status: "open" | "closed";
  assignee: Actor | null;
  labels: { id: string; name: string | null }[];
  /** Keyed by the names that `variables` events use. A null prototype is not needed: `__proto__` is set as an own key. */
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

/** The fields of a conversation that a list shows. */
export interface Summary extends Service {
  key: string;
  id: string | null;
  title: string;
  status: "open" | "closed";
  account: { key: string };
  bot: { id: string; name: string | null } | null;
  visitor: { key: string; name: string | null; email: string | null; masked?: true | undefined };
  channel: { name: string } | null;
  assignee: Actor | null;
  labels: { id: string; name: string | null }[];
  createdAt: string;
  lastEventAt: string;
  eventCount: number;
  messageCounts: { visitor: number; bot: number; user: number };
  noteCount: number;
  gapCount: number;
  /** The last prompt has not been answered. */
  awaitsAnswer: boolean;
  lastMessage: { text: string; at: string; by: string } | null;
  /** Values of the variables that are columns of the list. */
  variables?: Record<string, Variable["value"]> | undefined;
  /** Search matches; only in a search, and only if they are cheap to find. */
  hits?: SearchHits | undefined;
}

/** Search matches in one conversation. */
export interface SearchHits {
  /** Number of events and fields with a match. */
  count: number;
  /** The first of them: the visitor's messages, then other events, both in timeline order, then fields. */
  first: SearchHit[];
}

export interface SearchHit {
  /** Null for a match in a field of the conversation. */
  eventId: string | null;
  kind: "message" | "answer" | "note" | "event" | "title" | "visitor" | "key";
  /** The text around the match. */
  text: string;
  /** The position in `text`, in UTF-16 units. */
  start: number;
  end: number;
  by: Actor | null;
  at: string | null;
}
