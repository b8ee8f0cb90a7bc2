import type { Event } from "@/lib/events/event";
import type { Speaker } from "@/lib/filters/kinds/condition";
import type { Origin } from "@/lib/filters/kinds/flow-ends";

/** A prompt that the bot showed, with its possible ids. */
export interface KnownStep {
  prompt: readonly string[];
  outcome: "answered" | "typedInstead" | "askedAgain" | "handedOver" | "open";
  answer: string | null;
  /** ISO 8601. */
  at: string;
  /** From the prompt to its answer. */
  tookMs: number | null;
  cameFrom: Origin | "prompt";
  /** The next prompt's possible ids, or what else came next. */
  to: readonly string[] | "human" | "closed" | "open";
}

/**
 * A conversation as tests know it: only its events. Filters are evaluated naively on it, without SQL, columns or the fold's
 * derivations.
 */
export interface KnownConversation {
  key: string;
  title: string;
  status: "open" | "closed";
  account: { key: string; id: string };
  bot: string;
  channel: string | null;
  visitor: { key: string; name: string | null };
  isFirstOfVisitor: boolean;
  assignee: { id: string; email: string | null; type: string } | null;
  labels: readonly { id: string; name: string | null }[];
  variables: Record<string, unknown>;
  messageCounts: { visitor: number; bot: number; user: number };
  noteCount: number;
  gapCount: number;
  reopened: boolean;
  /** The index of the event. */
  handover: number | null;
  /** Indexes of human messages. */
  replies: readonly number[];
  /** Of these: the sender's id, and the reply time if a visitor was waiting. */
  replyTimes: readonly { person: string; tookMs: number | null }[];
  firstVisitorMessage: string | null;
  visitorSpokeLast: boolean;
  /** The last close. */
  closedAt: string | null;
  closer: "bot" | "human" | "system" | null;
  /** Without an event for `ANALYTICS_IDLE_HOURS`. */
  isIdle: boolean;
  longestReplyMs: number | null;
  humanWaitMs: number | null;
  firstReplyMs: number | null;
  waitingSince: string | null;
  steps: readonly KnownStep[];
  lastPrompt: { type: string; text: string; answered: boolean } | null;
  /** All searchable texts. */
  texts: readonly string[];
  /** The texts that search looks in, by who said them. */
  said: Record<Speaker, readonly string[]>;
  /** The exact text of each event. */
  rawTexts: readonly string[];
  /** In timeline order. */
  events: readonly Event[];
  /** The creation time in lists, in microseconds since 1970. */
  created: bigint;
  /** The time of the last event in lists, in microseconds since 1970. */
  active: bigint;
}
