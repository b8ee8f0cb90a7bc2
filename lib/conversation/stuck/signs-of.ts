import type { Moment } from "../conversation";
import type { FoldState } from "../fold-state";
import { waitingSince } from "../replies";
import { isSamePrompt, type LoggedStep } from "../steps/step-log";
import { repeatedTimes } from "./note-stuck";
import type { StuckKind, StuckSign } from "./stuck-reasons";

const shownTimes = 3;
const typedTimes = 2;
const mostEvents = 20;

/** What may make a conversation stuck. Nothing for a closed one. */
export function stuckSignsOf(state: FoldState): StuckSign[] {
  if (state.status === "closed") return [];
  const { stuck } = state;
  const asked = stuck.isHumans ? [] : state.flow.steps.filter(({ place }) => place > stuck.place);
  return [
    ...sign("humanRequested", stuck.requested === null ? [] : [stuck.requested]),
    ...sign("waiting", waitsOf(state)),
    ...sign("repeatedText", stuck.repeated, stuck.repeated[repeatedTimes - 1]),
    ...sign("botSilent", stuck.isHumans ? [] : stuck.unanswered),
    ...repeatedPrompt(state, asked),
    ...typedInstead(state),
    ...leftPrompt(asked),
  ];
}

/** @param from when it began, if not with the first of its events */
function sign(kind: StuckKind, moments: readonly Moment[], from = moments[0]): StuckSign[] {
  if (from === undefined) return [];
  return [{ kind, since: from.at, eventIds: moments.slice(-mostEvents).map(({ eventId }) => eventId) }];
}

/** The visitor waits for a human: since it was put in charge, or since a message. */
function waitsOf(state: FoldState): Moment[] {
  const { stuck, firstVisitorMessage } = state;
  if (!stuck.isHumans || firstVisitorMessage === null) return [];
  const waiting = waitingSince(state) ?? (state.assignee === null ? stuck.unanswered[0] : null);
  return [stuck.taken, waiting ?? null].filter((moment) => moment !== null).sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** The bot's last prompt was shown before, and it has not gone on after an answer. */
function repeatedPrompt({ stuck, flow: { texts } }: FoldState, asked: readonly LoggedStep[]): StuckSign[] {
  const last = asked.at(-1);
  const text = last && texts[last.text];
  if (last === undefined || text === undefined) return [];
  if (last.did === "answered" && stuck.saidEventId !== last.eventId) return [];
  const same = asked.filter((step) => isSamePrompt(texts[step.text], text));
  return same.length < shownTimes ? [] : sign("repeatedPrompt", same, same[shownTimes - 1]);
}

/** The last thing said is still the prompt that the visitor does not choose from. */
function typedInstead({ stuck, prompts: { currentId } }: FoldState): StuckSign[] {
  const isAsked = currentId !== null && currentId === stuck.saidEventId;
  return isAsked && stuck.typed.length >= typedTimes
    ? sign("typedInstead", stuck.typed, stuck.typed[typedTimes - 1])
    : [];
}

/** The visitor is at the bot's last prompt, and has not said anything since. */
function leftPrompt(asked: readonly LoggedStep[]): StuckSign[] {
  const last = asked.at(-1);
  const isOpen = last?.did === undefined && last?.became === undefined && last?.end === undefined;
  return last !== undefined && isOpen ? sign("abandoned", [last]) : [];
}
