import type { Actor, Event } from "@/lib/events/event";
import type { ReadMessage } from "@/lib/messages/read-message";
import { millisecondsBetween } from "@/lib/time/instant";
import type { FoldState } from "../fold-state";
import type { Outcome } from "../prompts/prompt-book";
import type { Asked, Given } from "../prompts/prompt-listener";
import { isBots } from "../replies";
import { chosenKey, describePrompt } from "./describe-prompt";
import { isOpen } from "./note-mark";
import { isSamePrompt, type LoggedStep, type PromptText, type StepLog } from "./step-log";

const mostSteps = 200;
/** Characters of all texts of a conversation: prompts beyond that have no title. */
const longestTexts = 20_000;

/** Records a prompt that was shown. Only prompts of the bot that ask the visitor something are steps. */
export function noteShown(state: FoldState, asked: Asked): void {
  const { steps, questions } = state.flow;
  if (!asked.expectsAnswer || !asked.asksVisitor || steps.length >= mostSteps) return;
  const question = questions.find(({ eventId }) => eventId === asked.eventId);
  if (asked.message === null ? question === undefined : !isBots(state, asked.by, asked.message)) return;
  const { type, text: title, message, isErased, eventId, at, place } = asked;
  const found = describePrompt({ type, title, message, isErased, variables: state.variables });
  const { texts, text, shown } = listed(state.flow, found);
  const index = steps.findLastIndex((step) => step.place < place) + 1;
  const next = steps[index];
  const mark = question?.end;
  const end = mark !== undefined && (next === undefined || mark.place < next.place) ? mark : undefined;
  const before = steps.slice(0, index).map((step, position) => {
    const isEnded = position === index - 1 && step.end !== undefined && step.end.place >= place;
    const again = isOpen(step) && isSamePrompt(texts[step.text], shown) ? ("askedAgain" as const) : step.became;
    return again === step.became && !isEnded ? step : { ...step, became: again, end: isEnded ? undefined : step.end };
  });
  const step: LoggedStep = { eventId, at, place, text, ...(end === undefined ? {} : { end }) };
  state.flow = { ...state.flow, texts, steps: [...before, step, ...steps.slice(index)] };
}

/** The visitor answered a prompt, typed something instead, or did so by mistake. */
export function noteOutcome(state: FoldState, promptId: string, outcome: Outcome, answer: Given | null): void {
  change(state, promptId, (step) => {
    if (outcome === "unanswered") return { ...step, did: undefined, answer: undefined, tookMs: undefined };
    if (step.became !== undefined || step.did === "answered" || answer === null) return step;
    return outcome === "typed" ? { ...step, did: "typedInstead" } : answered(state, step, answer);
  });
}

/** The answer of a prompt was another one. */
export function noteCorrection(state: FoldState, promptId: string, answer: Given): void {
  change(state, promptId, (step) => (step.did === "answered" ? answered(state, step, answer) : step));
}

/** A plain text of anyone but the visitor. If it is the bot's, it may turn out to be a question. */
export function notePlainText(state: FoldState, by: Actor | null, message: ReadMessage, { id }: Event): void {
  const asked = state.prompts.input?.question?.eventId;
  const kept = state.flow.questions.filter(({ eventId }) => eventId === asked);
  const isBotsText = isBots(state, by, message);
  if (!isBotsText && kept.length === state.flow.questions.length) return;
  state.flow = { ...state.flow, questions: isBotsText ? [...kept, { eventId: id }] : kept };
}

function answered(state: FoldState, step: LoggedStep, { at, given }: Given): LoggedStep {
  const text = state.flow.texts[step.text];
  const answer = text === undefined ? undefined : chosenKey(text, given, state.variables);
  return { ...step, did: "answered", answer, tookMs: Math.max(0, millisecondsBetween(step.at, at)) };
}

function change(state: FoldState, promptId: string, changed: (step: LoggedStep) => LoggedStep): void {
  const { steps } = state.flow;
  const position = steps.findLastIndex(({ eventId }) => eventId === promptId);
  const step = steps[position];
  if (step !== undefined) state.flow = { ...state.flow, steps: steps.with(position, changed(step)) };
}

/** The texts with this one, and its index. */
function listed(
  { texts }: StepLog,
  found: PromptText,
): { texts: readonly PromptText[]; text: number; shown: PromptText } {
  const used = texts.reduce((total, text) => total + lengthOf(text), 0);
  const isKnown = (text: PromptText) => texts.some(({ id }) => id === text.id);
  const isCut = !isKnown(found) && used + lengthOf(found) > longestTexts;
  const shown = isCut ? { ...found, id: `${found.prompt}${found.variant}`, title: "", choices: [] } : found;
  const position = texts.findIndex(({ id }) => id === shown.id);
  return position === -1 ? { texts: [...texts, shown], text: texts.length, shown } : { texts, text: position, shown };
}

function lengthOf({ title, choices }: PromptText): number {
  return choices.reduce((total, choice) => total + choice.title.length + 50, title.length);
}
