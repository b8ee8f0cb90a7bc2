import type { Event } from "@/lib/events/event";
import { expectedAnswers } from "@/lib/messages/expected-answers";
import { messageTypes } from "@/lib/messages/message-types";
import type { ReadMessage } from "@/lib/messages/read-message";
import { millisecondsBetween } from "@/lib/time/instant";
import { fits, givenChoices, offeredChoices } from "./choices";
import type { FoldState } from "./fold-state";
import { judge } from "./gaps";

/** A prompt that the fold remembers to judge answers by. */
export interface OpenQuestion {
  answeredBy: readonly string[];
  offered: readonly string[];
  /** Answers still to come: several files may answer one prompt. 0 once answered. */
  answersLeft: number;
  /** How many messages the visitor had sent when it was asked. */
  visitorMessages: number;
  expectsAnswer: boolean;
}

const mostRemembered = 16;
const doubleClickMilliseconds = 10_000;
const whatsApp = 3;
const facebook = 4;

/** The message types that only ever come as the answer to a known prompt. Calendly's prompt is not published. */
const answerTypes = new Set(
  Object.values<{ answeredBy?: readonly string[] }>(messageTypes)
    .flatMap(({ answeredBy }) => answeredBy ?? [])
    .filter(isResponse),
);

/** Remembers what was asked. */
export function noteQuestion(state: FoldState, message: ReadMessage, event: Event): void {
  if (!message.recognised || message.type === "template") {
    state.questions.mayHaveAsked = true;
    return;
  }
  const answeredBy = (message.definition.answeredBy ?? []).filter(isResponse);
  const offered = offeredChoices(message.sent);
  const expectsAnswer = expectedAnswers(message).length > 0;
  // Buttons that are mere links are sometimes answered too; pictures never.
  if (answeredBy.length === 0 || (!expectsAnswer && offered.length === 0)) return;
  for (const type of answeredBy) judge(state, event, type, null);
  state.questions.open.push({
    answeredBy,
    offered,
    answersLeft: answersWanted(message.sent),
    visitorMessages: state.messageCounts.visitor,
    expectsAnswer,
  });
  if (state.questions.open.length > mostRemembered) state.questions.open.shift();
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

function answersWanted(sent: unknown): number {
  const payload = typeof sent === "object" && sent !== null && "payload" in sent ? sent.payload : null;
  const limit =
    typeof payload === "object" && payload !== null && "upload_file_limit" in payload ? payload.upload_file_limit : 1;
  return Math.max(1, Math.trunc(Number(limit)) || 1);
}
