import type { Actor, Event } from "@/lib/events/event";
import type { ReadMessage } from "@/lib/messages/read-message";
import { millisecondsBetween } from "@/lib/time/instant";
import type { Moment } from "./conversation";
import type { FoldState } from "./fold-state";
import { momentOf } from "./moment-of";
import { noteMark } from "./steps/note-mark";
import { noteBotSaid, noteClosed, noteHumanAssigned, noteHumanGone, noteHumanSaid } from "./stuck/note-stuck";

/** Human replies and response times. Times are in milliseconds with decimals; null until known. */
export interface Replies {
  /** Ids of bots, from senders and assignees. */
  botIds: string[];
  /** The first assignment to a human or team; without one, the first human message. */
  handover: Moment | null;
  /** The first human message from the handover on, with its sender. */
  first: (Moment & { by: Actor }) | null;
  last: Moment | null;
  /** Human messages. */
  count: number;
  /** From the handover to the first human message after it; null if the handover is a human message. */
  humanWaitMs: number | null;
  /** From the first visitor message to the first human message after it. */
  firstReplyMs: number | null;
  longestReplyMs: number | null;
  /** The visitor message from which the reply time is measured, until the next human message. */
  owedSince: string | null;
  /** The same, but reset when the conversation is closed. */
  waiting: Moment | null;
  /** Ids of the senders of human messages; the e-mail address in lower case for a sender without an id. */
  people: string[];
  /** Of the first 1,000 human messages: the index of the sender in `people`, and the reply time; null if no visitor was waiting. */
  log: [person: number, tookMs: number | null][];
}

export const noReplies: Replies = {
  botIds: [],
  handover: null,
  first: null,
  last: null,
  count: 0,
  humanWaitMs: null,
  firstReplyMs: null,
  longestReplyMs: null,
  owedSince: null,
  waiting: null,
  people: [],
  log: [],
};

const maxBots = 100;
const maxPeople = 100;
const maxLogged = 1000;

/** Records that an id belongs to a bot: some events list the same sender as a user. */
export function recordBot(state: FoldState, actor: Actor | null): void {
  const { botIds } = state.replies;
  if (actor?.type !== "bot" || actor.id === null || botIds.includes(actor.id) || botIds.length >= maxBots) return;
  state.replies = { ...state.replies, botIds: [...botIds, actor.id] };
}

/** Whether a human or team is assigned. */
export function isHumanAssigned({ assignee, replies }: FoldState): boolean {
  return assignee?.type === "team" || isHuman(replies, assignee);
}

/** Records the first assignment to a human or team as the handover. */
export function recordHandover(state: FoldState, event: Event): void {
  if (!isHumanAssigned(state)) {
    noteHumanGone(state);
    return;
  }
  noteMark(state, "human");
  noteHumanAssigned(state, event);
  state.handedOver = true;
  if (state.replies.handover === null) state.replies = { ...state.replies, handover: momentOf(event) };
}

/** Records a visitor message; with a human assigned, the reply time starts. */
export function recordVisitorMessage(state: FoldState, event: Event): void {
  if (!isHumanAssigned(state)) return;
  const { owedSince, waiting } = state.replies;
  state.replies = {
    ...state.replies,
    owedSince: owedSince ?? event.occurredAt,
    waiting: waiting ?? momentOf(event),
  };
}

/** Records a message of another sender. Only a human message is a reply. */
export function recordReply(state: FoldState, by: Actor | null, message: ReadMessage, event: Event): void {
  const { replies, firstVisitorMessage } = state;
  if (by === null || !isHuman(replies, by) || isInferredBot(state, message)) {
    noteBotSaid(state, message, event, isHumanAssigned(state));
    return;
  }
  noteMark(state, "human");
  noteHumanSaid(state, event);
  const { handover, first, humanWaitMs, firstReplyMs, longestReplyMs, owedSince } = replies;
  const since = (at: string) => millisecondsBetween(at, event.occurredAt);
  const took = owedSince === null ? null : since(owedSince);
  state.replies = {
    ...replies,
    handover: handover ?? momentOf(event),
    first: first ?? { ...momentOf(event), by },
    last: momentOf(event),
    count: replies.count + 1,
    humanWaitMs: first === null && handover !== null ? since(handover.at) : humanWaitMs,
    firstReplyMs: firstReplyMs ?? (firstVisitorMessage === null ? null : since(firstVisitorMessage.at)),
    longestReplyMs: took === null ? longestReplyMs : Math.max(took, longestReplyMs ?? 0),
    owedSince: null,
    waiting: null,
    ...logged(replies, by, took),
  };
}

function logged({ people, log }: Replies, by: Actor, took: number | null): Pick<Replies, "people" | "log"> {
  const person = by.id ?? by.email?.toLowerCase() ?? "";
  const known = people.includes(person) ? people : [...people, person];
  if (log.length >= maxLogged || known.length > maxPeople) return { people, log };
  return { people: known, log: [...log, [known.indexOf(person), took]] };
}

/** After closing, no visitor waits until the next visitor message. */
export function recordClosing(state: FoldState): void {
  state.replies = { ...state.replies, waiting: null };
  noteMark(state, "closed");
  noteClosed(state, isHumanAssigned(state));
}

/** The visitor message that an assigned human has not answered; null while the conversation is closed. */
export function waitingSince(state: FoldState): Moment | null {
  return state.status === "closed" || !isHumanAssigned(state) ? null : state.replies.waiting;
}

/** Whether it is a user whose id was never a bot's. */
export function isHuman({ botIds }: Replies, actor: Actor | null): boolean {
  return actor?.type === "user" && (actor.id === null || !botIds.includes(actor.id));
}

/** Whether a message is the bot's. */
export function isBots(state: FoldState, by: Actor | null, message: ReadMessage): boolean {
  if (by?.type !== "user") return by?.type === "bot";
  return !isHuman(state.replies, by) || isInferredBot(state, message);
}

/**
 * Published prompts have the sender type `user`: before a human or team was assigned, a user's prompt is the bot's. Plain
 * messages of a user are a human's.
 */
function isInferredBot({ handedOver }: FoldState, message: ReadMessage): boolean {
  return !handedOver && message.recognised && message.definition.answeredBy !== undefined;
}
