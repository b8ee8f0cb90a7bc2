import type { Event } from "@/lib/events/event";
import { messageTypes } from "@/lib/messages/message-types";
import type { ReadMessage } from "@/lib/messages/read-message";
import { millisecondsBetween } from "@/lib/time/instant";
import type { FoldState } from "../fold-state";
import { judge } from "../gaps";
import { fits } from "./choices";
import type { Prompt } from "./prompt";
import type { MatchedAnswer } from "./prompt-matcher";

const doubleClickMilliseconds = 10_000;
const whatsApp = 3;
const facebook = 4;

/** In a messenger these can also answer messages sent elsewhere: a campaign's template, a catalogue, a group's poll. */
const messengerAnswers = new Set(["interactive.response", "flow.response", "poll.response"]);

/** Message types that are always an answer to a known prompt. Calendly's prompt is not published. */
const answerTypes = new Set(
  Object.values<{ answeredBy?: readonly string[] }>(messageTypes)
    .flatMap(({ answeredBy }) => answeredBy ?? [])
    .filter((type) => type.endsWith(".response") && !messengerAnswers.has(type)),
);

/** Records that there was a prompt, or a message that may be one despite its type. */
export function judgePrompt(state: FoldState, message: ReadMessage, prompt: Prompt | null, event: Event): void {
  // A template may have more buttons than were sent.
  if (message.type === "template") state.mayHaveAsked = true;
  if (!message.recognised) state.mayHaveAsked = true;
  // Pictures and files from the bot are sometimes answered.
  else if (prompt === null) state.mayHaveAsked ||= message.definition.answeredBy !== undefined;
  else for (const type of prompt.answeredBy) judge(state, event, type, null);
}

/** Records a gap for an answer without a prompt. */
export function judgeAnswer(state: FoldState, answer: MatchedAnswer, event: Event): void {
  if (!answerTypes.has(answer.type)) return;
  const isExplained = answer.isMatched || isExplainedOtherwise(state, answer, event);
  const reason = `An answer (${answer.type}) without a prompt: its prompt was not received.`;
  judge(state, event, answer.type, isExplained ? null : reason);
}

function isExplainedOtherwise(state: FoldState, { type, given, before }: MatchedAnswer, event: Event): boolean {
  const { prompts, mayHaveAsked, channel, creation, lastAt } = state;
  if (mayHaveAsked) return true;
  if (creation === null && lastAt[type] === undefined) return true;
  const isDouble =
    before !== null &&
    before.given.join("\n") === given.join("\n") &&
    millisecondsBetween(before.seenAt, event.occurredAt) <= doubleClickMilliseconds;
  // In a messenger the buttons of an answered prompt can be pressed again.
  const staysPressable = channel?.id === whatsApp || channel?.id === facebook;
  return isDouble || (staysPressable && prompts.prompts.some(({ offered }) => fits(offered, given) === "yes"));
}
