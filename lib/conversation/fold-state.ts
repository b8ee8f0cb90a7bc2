import { unknownAccountKey, visitorKeyOf } from "@/lib/events/envelope";
import type { Actor } from "@/lib/events/event";
import type { Assignment, LastPrompt, Moment, Note, Variable } from "./conversation";
import { derivationVersions } from "./derivation-versions";
import { copyBook, emptyBook, type PromptBook } from "./prompts/prompt-book";
import { noReplies, type Replies } from "./replies";
import { emptyStepLog, type StepLog } from "./steps/step-log";
import { emptyStuckLog, type StuckLog } from "./stuck/stuck-log";

/** A snapshot in another format cannot be continued: its conversation is folded from the whole log. */
export const foldFormat = derivationVersions.reading + derivationVersions.state + derivationVersions.folding;

/**
 * The fold's state of a conversation: the fields of `Conversation`, and what is needed to interpret later events. Plain JSON,
 * stored as the conversation's snapshot. Its size grows with the number of variables, notes, assignments and gaps, but not of
 * messages, and is limited to about a megabyte of text.
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
  /** Null until an event sets it. */
  status: "open" | "closed" | null;
  statusBy: Actor | null;
  /** The last close, also if it was opened again since; limited to shortly after its arrival, as `listedAt`. */
  closedAt: string | null;
  /** A `status` event has arrived. */
  statusSent: boolean;
  /** Opened again after being closed. */
  reopened: boolean;
  /** False until an event names an assignee or unassigns the conversation. */
  assigneeKnown: boolean;
  assignee: Actor | null;
  /** A human or team has been assigned at some time. */
  handedOver: boolean;
  labels: { id: string; name: string | null }[];
  /** Names of all labels in the events, including removed ones. */
  labelNames: Record<string, string | null>;
  variables: Record<string, Variable>;
  notes: Note[];
  /** Characters in notes and variables: see `cutBeyond`. */
  textLength: number;
  assignments: Assignment[];
  creation: { occurredAt: string; createdAt: string | null } | null;
  firstEventAt: string | null;
  firstMessageAt: string | null;
  lastEventAt: string | null;
  /**
   * The timestamp of the last event in lists: the maximum of the events' timestamps, each limited to shortly after its arrival.
   */
  listedAt: string | null;
  /** The creation time in lists, limited to shortly after the arrival of the event that set it. */
  createdListedAt: string | null;
  lastEventId: string | null;
  eventCount: number;
  messageCounts: { visitor: number; bot: number; user: number };
  /** Keyed by the type as sent. */
  messageTypes: Record<string, number>;
  lastMessage: { text: string; at: string; by: string } | null;
  /** The visitor's first message, except a script's answer: the beginning of its text. */
  firstVisitorMessage: (Moment & { text: string }) | null;
  /** Runs of visitor messages that no message of another sender interrupts. */
  visitorTurns: number;
  /** The last message is the visitor's. */
  visitorSpokeLast: boolean;
  replies: Replies;
  prompts: PromptBook;
  /** The prompts of the bot, and what became of each. */
  flow: StepLog;
  stuck: StuckLog;
  /** The last prompt that the visitor was expected to answer, with its index among the messages. */
  lastPrompt: (LastPrompt & { place: number }) | null;
  /** Since the visitor's last message, the bot sent something that may be a prompt despite its type. */
  mayHaveAsked: boolean;
  gaps: { subject: string; at: string; afterEventId: string; reason: string }[];
  /** The last timestamp of each event kind used to detect gaps. */
  lastAt: Record<string, string>;
}

/** The state before the first event. */
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
    closedAt: null,
    statusSent: false,
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
    visitorTurns: 0,
    visitorSpokeLast: false,
    replies: noReplies,
    prompts: emptyBook(),
    flow: emptyStepLog,
    stuck: emptyStuckLog,
    lastPrompt: null,
    mayHaveAsked: false,
    gaps: [],
    lastAt: {},
  };
}

/**
 * A copy that can be modified in place. Containers are copied and their elements shared: the fold replaces a variable, note or
 * prompt, and never modifies one.
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
