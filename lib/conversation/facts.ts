import { millisecondsBetween } from "@/lib/time/instant";
import { createdAtOf } from "./created-at-of";
import type { FoldState } from "./fold-state";
import { isHuman } from "./replies";

export type ClosedBy = "bot" | "human" | "system";

/** What metrics count of a conversation. Contains no text. */
export interface Facts {
  /** The visitor wrote or answered something. */
  engaged: boolean;
  /** The first assignment to a human or team; without one, the first human message. ISO 8601. */
  handoverAt: string | null;
  /** From the handover to the first human message after it, in milliseconds; null if there is none, or if the handover is one. */
  handoverWaitMs: number | null;
  /** A human wrote after the handover, or with it. */
  replied: boolean;
  /** The last close, also if it was opened again since. ISO 8601. */
  closedAt: string | null;
  /** From the start to the last close, in milliseconds. */
  closedAfterMs: number | null;
  /** Who closed it last: `system` without an actor, and for a time-out. Null while open. */
  closer: ClosedBy | null;
  /** Runs of visitor messages that no message of another sender interrupts. */
  visitorTurns: number;
  /** The last message is the visitor's. */
  visitorSpokeLast: boolean;
  /** Which kinds of events have arrived. */
  messageSent: boolean;
  assigneeSent: boolean;
  statusSent: boolean;
  /** Human messages in timeline order, at most the first 1,000: the sender's id, and the reply time if a visitor was waiting. */
  replies: { person: string; tookMs: number | null }[];
}

/** The facts of a conversation, from its state. */
export function factsOf(state: FoldState): Facts {
  const { replies, closedAt, createdListedAt } = state;
  const createdAt = createdListedAt ?? createdAtOf(state);
  return {
    engaged: state.firstVisitorMessage !== null,
    handoverAt: replies.handover?.at ?? null,
    handoverWaitMs: replies.humanWaitMs,
    replied: replies.first !== null,
    closedAt,
    closedAfterMs: closedAt === null ? null : millisecondsBetween(createdAt, closedAt),
    closer: state.status === "closed" ? closerOf(state) : null,
    visitorTurns: state.visitorTurns,
    visitorSpokeLast: state.visitorSpokeLast,
    messageSent: state.firstMessageAt !== null,
    assigneeSent: state.assignments.length > 0,
    statusSent: state.statusSent,
    replies: replies.log.map(([person, tookMs]) => ({ person: replies.people[person] ?? "", tookMs })),
  };
}

function closerOf({ statusBy, replies }: FoldState): ClosedBy {
  if (statusBy?.type === "team" || isHuman(replies, statusBy)) return "human";
  // A user whose id was a bot's is the bot.
  return statusBy?.type === "bot" || statusBy?.type === "user" ? "bot" : "system";
}
