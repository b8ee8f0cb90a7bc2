import type { Event } from "@/lib/events/event";
import { messageTypes } from "@/lib/messages/message-types";
import type { ReadMessage } from "@/lib/messages/read-message";
import { plainText } from "@/lib/messages/text/plain-text";
import { millisecondsBetween } from "@/lib/time/instant";
import type { FoldState } from "../fold-state";
import { judge } from "../gaps";
import { fits, givenChoices } from "./choices";
import { promptOf } from "./prompt";
import { questionOf } from "./question-of";

/** A prompt that the fold remembers to judge answers by. */
export interface OpenQuestion {
  answeredBy: readonly string[];
  offered: readonly string[];
  expectsAnswer: boolean;
  /** 0 once answered. */
  answersLeft: number;
  /** How many messages the visitor had sent when it was asked. */
  visitorMessages: number;
}

const mostRemembered = 16;
const longestText = 300;
const doubleClickMilliseconds = 10_000;
const whatsApp = 3;
const facebook = 4;

/** In a messenger these also answer what was not sent here: a campaign's template, a catalogue, a group's poll. */
const messengerAnswers = new Set(["interactive.response", "flow.response", "poll.response"]);

/** The message types that only ever come as the answer to a known prompt. Calendly's prompt is not published. */
const answerTypes = new Set(
  Object.values<{ answeredBy?: readonly string[] }>(messageTypes)
    .flatMap(({ answeredBy }) => answeredBy ?? [])
    .filter((type) => isResponse(type) && !messengerAnswers.has(type)),
);

/** Remembers what was asked. */
export function noteQuestion(state: FoldState, message: ReadMessage, event: Event): void {
  const { questions } = state;
  // A template may have more to press than was sent of it.
  if (message.type === "template") questions.mayHaveAsked = true;
  const prompt = message.recognised ? promptOf(message) : null;
  if (prompt === null) {
    // Pictures and files that the bot shows are answered now and then.
    if (!message.recognised || message.definition.answeredBy) questions.mayHaveAsked = true;
    return;
  }
  if (prompt.expectsAnswer && prompt.asksVisitor) {
    const type = event.messageType?.trim().toLowerCase() ?? "unknown";
    const text = questionOf(message, plainText, event.text).slice(0, longestText).toWellFormed();
    state.lastPrompt = { type, text, eventId: event.id, answered: false };
  }
  if (prompt.answeredBy.length === 0) return;
  for (const type of prompt.answeredBy) judge(state, event, type, null);
  const { answeredBy, offered, expectsAnswer, answersWanted: answersLeft } = prompt;
  questions.open.push({
    answeredBy,
    offered,
    expectsAnswer,
    answersLeft,
    visitorMessages: state.messageCounts.visitor,
  });
  if (questions.open.length > mostRemembered) questions.open.shift();
}

/** Matches an answer with its question, and marks a gap where there can have been none. */
export function noteAnswer(state: FoldState, type: string, message: ReadMessage, event: Event): void {
  if (!answerTypes.has(type)) return;
  const { questions } = state;
  const given = givenChoices(message.sent);
  const place = questionAnswered(state, type, given);
  const question = questions.open[place];
  if (question !== undefined) questions.open[place] = { ...question, answersLeft: question.answersLeft - 1 };
  const isExplained = question !== undefined || isExplainedOtherwise(state, type, given, event);
  judge(
    state,
    event,
    type,
    isExplained ? null : `An answer (${type}) without a question: its prompt was not received.`,
  );
  questions.answered[type] = { choices: given, at: event.occurredAt };
}

/**
 * The newest open question that offers what was chosen; else the one that the visitor has not yet reacted to; else one of which
 * nothing can be told. A question that the visitor left for something else must offer what was chosen.
 */
function questionAnswered(state: FoldState, type: string, given: readonly string[]): number {
  const { open } = state.questions;
  const find = (suits: (question: OpenQuestion) => boolean) =>
    open.findLastIndex((question) => question.answersLeft > 0 && question.answeredBy.includes(type) && suits(question));
  const offering = find(({ offered }) => fits(offered, given) === "yes");
  if (offering !== -1) return offering;
  const current = find(
    (question) => question.expectsAnswer && question.visitorMessages === state.messageCounts.visitor,
  );
  return current !== -1 ? current : find(({ offered }) => fits(offered, given) === "unknown");
}

function isExplainedOtherwise(state: FoldState, type: string, given: readonly string[], event: Event): boolean {
  const { questions, channel, creation, lastAt } = state;
  if (questions.mayHaveAsked) return true;
  if (creation === null && lastAt[type] === undefined) return true;
  const earlier = questions.answered[type];
  const isDouble =
    earlier !== undefined &&
    earlier.choices.join("\n") === given.join("\n") &&
    millisecondsBetween(earlier.at, event.occurredAt) <= doubleClickMilliseconds;
  // In a messenger the buttons of an answered prompt stay and can be pressed again.
  const staysPressable = channel?.id === whatsApp || channel?.id === facebook;
  return isDouble || (staysPressable && questions.open.some(({ offered }) => fits(offered, given) === "yes"));
}

function isResponse(type: string): boolean {
  return type.endsWith(".response");
}
