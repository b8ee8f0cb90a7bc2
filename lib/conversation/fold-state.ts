import { unknownAccountKey, visitorKeyOf } from "@/lib/events/envelope";
import type { Actor } from "@/lib/events/event";
import type { Assignment, LastPrompt, Moment, Note, Variable } from "./conversation";
import { derivationVersions } from "./derivation-versions";
import { copyBook, emptyBook, type PromptBook } from "./prompts/prompt-book";
import { noReplies, type Replies } from "./replies";

/** A snapshot of another format cannot be folded on: such a conversation is folded from its whole log. */
export const foldFormat = derivationVersions.reading + derivationVersions.state;

/**
 * A conversation as the fold carries it: what `Conversation` shows, and what later events are judged against. Plain JSON, stored
 * as the conversation's snapshot; grows with the number of variables, notes, assignments and gaps,
 * never with that of messages, nor beyond a megabyte or so with the length of their texts.
 */
export interface FoldState {
  format: typeof foldFormat;
  key: string;
  id: string | null;
  externalKey: string | null;
  title: string | null;
  account: { key: string; id: string | null };
  bot: { id: string; name: string | null } | null;
  visitor: { key: string; id: string | null };
  channel: { id: number | null; name: string | null; provider: number | null } | null;
  /** Null until an event says. */
  status: "open" | "closed" | null;
  statusBy: Actor | null;
  /** Opened again after it was closed. */
  reopened: boolean;
  /** False until an event names an assignee or says that there is none. */
  assigneeKnown: boolean;
  assignee: Actor | null;
  /** A human or team has been in charge at some time. */
  handedOver: boolean;
  labels: { id: string; name: string | null }[];
  /** Names of all labels that events mentioned, also of those taken off. */
  labelNames: Record<string, string | null>;
  variables: Record<string, Variable>;
  notes: Note[];
  /** Characters in notes and variables: `cutBeyond`. */
  textLength: number;
  assignments: Assignment[];
  creation: { occurredAt: string; createdAt: string | null } | null;
  firstEventAt: string | null;
  firstMessageAt: string | null;
  lastEventAt: string | null;
  /** The time that lists use for the last event: the latest of the events' times, none later than shortly after its arrival. */
  listedAt: string | null;
  /** The time that lists use for the beginning: no later than shortly after the arrival of the event that gave it. */
  createdListedAt: string | null;
  lastEventId: string | null;
  eventCount: number;
  messageCounts: { visitor: number; bot: number; user: number };
  /** By the sender's word for the type. */
  messageTypes: Record<string, number>;
  lastMessage: { text: string; at: string; by: string } | null;
  /** The visitor's first message, except a script's answer: the beginning of its text. */
  firstVisitorMessage: (Moment & { text: string }) | null;
  replies: Replies;
  prompts: PromptBook;
  /** The last prompt that the visitor was to answer, with its place among the messages. */
  lastPrompt: (LastPrompt & { place: number }) | null;
  /** Since the visitor's last message came something that may have asked, though not by its type. */
  mayHaveAsked: boolean;
  gaps: { subject: string; at: string; afterEventId: string; reason: string }[];
  /** When each kind of event that gaps are found by was seen last. */
  lastAt: Record<string, string>;
}

/** Nothing known yet but the key. */
export function emptyState(key: string): FoldState {
  return {
    format: foldFormat,
    key,
    id: null,
    externalKey: null,
    title: null,
    account: { key: unknownAccountKey, id: null },
    bot: null,
    visitor: { key: visitorKeyOf(key), id: null },
    channel: null,
    status: null,
    statusBy: null,
    reopened: false,
    assigneeKnown: false,
    assignee: null,
    handedOver: false,
    labels: [],
    labelNames: {},
    variables: {},
    notes: [],
    textLength: 0,
    assignments: [],
    creation: null,
    firstEventAt: null,
    firstMessageAt: null,
    lastEventAt: null,
    listedAt: null,
    createdListedAt: null,
    lastEventId: null,
    eventCount: 0,
    messageCounts: { visitor: 0, bot: 0, user: 0 },
    messageTypes: {},
    lastMessage: null,
    firstVisitorMessage: null,
    replies: noReplies,
    prompts: emptyBook(),
    lastPrompt: null,
    mayHaveAsked: false,
    gaps: [],
    lastAt: {},
  };
}

/**
 * A state of one's own to change in place. Containers are copied, what they hold is shared: the fold replaces a variable, a
 * note or a prompt, it never changes one.
 */
export function copyState(state: FoldState): FoldState {
  return {
    ...state,
    labels: [...state.labels],
    labelNames: { ...state.labelNames },
    variables: { ...state.variables },
    notes: [...state.notes],
    assignments: [...state.assignments],
    messageCounts: { ...state.messageCounts },
    messageTypes: { ...state.messageTypes },
    prompts: copyBook(state.prompts),
    gaps: [...state.gaps],
    lastAt: { ...state.lastAt },
  };
}
