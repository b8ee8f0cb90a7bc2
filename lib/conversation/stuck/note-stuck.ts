import type { Event } from "@/lib/events/event";
import type { ReadMessage } from "@/lib/messages/read-message";
import { foldForSearch } from "@/lib/search/fold-for-search";
import { millisecondsBetween } from "@/lib/time/instant";
import type { FoldState } from "../fold-state";
import { hashOf } from "../message-identity";
import { momentOf } from "../moment-of";
import { emptyStuckLog, type StuckLog } from "./stuck-log";

/** Moments that are kept of each kind. */
const most = 20;
const repeatedWithinMs = 60_000;
export const repeatedTimes = 3;
/** Characters that are read of a message. */
const longest = 1000;

/**
 * Records a message of the visitor.
 *
 * @param isAnswer it is a choice, a filled form …, rather than typed
 * @param isReply something else was said since the visitor's message before
 */
export function noteVisitorSaid(
  state: FoldState,
  message: ReadMessage,
  event: Event,
  { isAnswer, isReply }: { isAnswer: boolean; isReply: boolean },
): void {
  const { stuck } = state;
  const at = momentOf(event);
  const isTyped = !isAnswer && message.type === "text";
  const asks = stuck.requested === null && !stuck.isHumans && event.asksForHuman === true;
  state.stuck = {
    ...stuck,
    unanswered: isReply ? [at] : added(stuck.unanswered, at),
    typed: isTyped && isInsteadOfChoice(state) ? added(stuck.typed, at) : [],
    requested: asks ? at : stuck.requested,
    ...repetition(stuck, { ...at, text: isTyped ? event.text.slice(0, longest) : "" }, isReply),
  };
}

/** Records a message of the bot, which is in charge again unless a human is assigned. */
export function noteBotSaid(state: FoldState, message: ReadMessage, event: Event, isAssigned: boolean): void {
  const { stuck } = state;
  const isBack = stuck.isHumans && !isAssigned;
  state.stuck = {
    ...stuck,
    ...(isBack ? { isHumans: false, place: state.prompts.place - 1 } : {}),
    // Nobody sees a script.
    saidEventId: message.type === "javascript" ? stuck.saidEventId : event.id,
    unanswered: [],
  };
}

/** Records a message of a human: nothing before it counts any more. */
export function noteHumanSaid(state: FoldState, event: Event): void {
  state.stuck = { ...emptyStuckLog, isHumans: true, place: state.prompts.place, saidEventId: event.id };
}

/** A human or team was put in charge. */
export function noteHumanAssigned(state: FoldState, event: Event): void {
  const { stuck } = state;
  if (stuck.isHumans) return;
  const { place } = state.prompts;
  state.stuck = { ...stuck, isHumans: true, place, typed: [], requested: null, taken: momentOf(event) };
}

/** A bot was put in charge, or nobody. */
export function noteHumanGone(state: FoldState): void {
  if (state.stuck.isHumans) state.stuck = { ...state.stuck, isHumans: false, place: state.prompts.place, taken: null };
}

/** The conversation was closed. */
export function noteClosed(state: FoldState, isAssigned: boolean): void {
  state.stuck = { ...emptyStuckLog, isHumans: isAssigned, place: state.prompts.place };
}

/** The last thing said is a prompt that wants a choice, and has none. */
function isInsteadOfChoice({ stuck, prompts: { prompts, currentId } }: FoldState): boolean {
  if (stuck.isHumans || currentId === null || currentId !== stuck.saidEventId) return false;
  const prompt = prompts.find(({ eventId }) => eventId === currentId);
  return prompt !== undefined && !prompt.acceptsText && prompt.outcome !== "answered";
}

function repetition(
  stuck: StuckLog,
  { eventId, at, ...said }: { eventId: string; at: string; text: string },
  isReply: boolean,
): Pick<StuckLog, "recent" | "repeated"> {
  const folded = foldForSearch(said.text).trim();
  const before = stuck.recent.filter((one) => millisecondsBetween(one.at, at) <= repeatedWithinMs);
  if (folded === "") return { recent: before, repeated: isReply ? [] : stuck.repeated };
  const text = hashOf(folded);
  const recent = [...before, { eventId, at, text }].slice(-most);
  const same = recent.filter((one) => one.text === text).map((one) => ({ eventId: one.eventId, at: one.at }));
  if (same.length >= repeatedTimes) return { recent, repeated: same };
  return { recent, repeated: isReply ? [] : stuck.repeated };
}

function added<Item>(list: readonly Item[], item: Item): readonly Item[] {
  return list.length < most ? [...list, item] : list;
}
