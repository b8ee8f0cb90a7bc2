import type { Actor, Event } from "@/lib/events/event";
import { answerType } from "@/lib/messages/answer-type";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import type { ReadMessage } from "@/lib/messages/read-message";
import { plainText } from "@/lib/text/plain-text";
import type { Moment } from "../conversation";
import { messageIdentity } from "../message-identity";
import { momentOf } from "../moment-of";
import { fits, givenChoices } from "./choices";
import { type Prompt, promptOf } from "./prompt";
import type { GivenAnswer, Outcome, PlainText, PromptBook, RecentPrompt } from "./prompt-book";
import type { Given, PromptListener } from "./prompt-listener";
import { questionOf } from "./question-of";
import { wordOf, wordsOf } from "./said-words";

/** The role of a message among prompts and answers. */
export type Matched =
  | { kind: "prompt"; prompt: Prompt | null }
  | MatchedAnswer
  | { kind: "input" }
  | { kind: "nothing" };

export interface MatchedAnswer {
  kind: "answer";
  type: string;
  /** Its choices: `givenChoices`. */
  given: readonly string[];
  /** Whether a prompt for it was received. */
  isMatched: boolean;
  /** The previous answer of the type. */
  before: GivenAnswer | null;
}

const maxPrompts = 16;
const maxTypes = 16;
const maxTypeLength = 100;
const maxTextLength = 300;

/**
 * Matches answers with prompts, message by message; no other code does. Rules, in this order: an answer belongs to the newest
 * prompt that offers the choice; else to the newest prompt that accepts its type; an answer equal to the previous one, without a
 * new prompt in between, is a duplicate; a prompt sent again replaces the first.
 *
 * @param book state from earlier events; modified in place
 */
export class PromptMatcher {
  constructor(
    private readonly book: PromptBook,
    private readonly listener: PromptListener,
  ) {}

  /** Processes a message of any sender. */
  message(by: Actor | null, message: ReadMessage, event: Event): Matched {
    const answer = answerType(message);
    if (answer === null && (message.type === "reaction" || message.type === "system")) return { kind: "nothing" };
    this.book.place += 1;
    if (answer !== null) return this.handleAnswer(event, answer, message);
    if (by?.type !== "visitor") return { kind: "prompt", prompt: this.handleOutgoing(by, event, message) };
    this.handleTyped(event, message);
    return { kind: "input" };
  }

  /** Processes set variables, which may have the value of the visitor's last message. */
  variables(assignments: readonly VariableAssignment[]): void {
    const { input } = this.book;
    if (input === null) return;
    const words = new Set(input.words);
    const matching = assignments.filter(({ value }) => isScalar(value) && words.has(wordOf(String(value))));
    if (matching.length === 0) return;
    const answer = { eventId: input.eventId, at: input.at };
    const promptId = input.question === null ? input.promptId : this.enterQuestion(input.question, answer);
    if (promptId !== null) this.listener.onVariables(promptId, matching, answer);
  }

  /** A message of the bot or an agent. */
  private handleOutgoing(by: Actor | null, event: Event, message: ReadMessage): Prompt | null {
    const { book } = this;
    const asked = promptOf(message);
    if (asked === null) {
      if (message.type === "text") book.lastText = { ...momentOf(event), place: book.place, text: cut(event.text) };
      // After an agent's message, the visitor answers the agent, not the prompt before.
      if (by?.type === "user") book.currentId = null;
      return null;
    }
    const identity = messageIdentity(message.sent);
    const { answersWanted: answersLeft, ...rest } = asked;
    const prompt = { ...rest, eventId: event.id, place: book.place, identity, answersLeft, outcome: unanswered };
    book.prompts = book.prompts.filter((earlier) => earlier.identity !== identity || earlier.answersLeft === 0);
    book.prompts.push(prompt);
    if (book.prompts.length > maxPrompts) forgetOne(book.prompts);
    const { expectsAnswer, asksVisitor } = asked;
    if (asksVisitor && expectsAnswer) book.currentId = event.id;
    const type = event.messageType ?? "unknown";
    const text = cut(event.erasedAt === undefined ? questionOf(message, plainText, event.text) : event.text);
    const isErased = event.erasedAt !== undefined;
    const shown = { ...momentOf(event), place: book.place, type, text, message, by, isErased };
    this.listener.onPrompt({ ...shown, expectsAnswer, asksVisitor });
    this.takeSimultaneousAnswer(prompt, event);
    return asked;
  }

  /** An answer: `button.response` and similar types. */
  private handleAnswer(event: Event, type: string, message: ReadMessage): MatchedAnswer {
    const { book } = this;
    const given = givenChoices(message.sent);
    const identity = messageIdentity(message.sent);
    const at = momentOf(event);
    const before = book.answers.find((answer) => answer.type === type) ?? null;
    const prompt = this.promptFor(type, given);
    const isRepeat = before?.identity === identity;
    const answer = { kind: "answer", type, given, before } as const;
    if (isRepeat && (prompt === undefined || prompt.place < before.place)) {
      this.remember({ ...before, seenAt: event.occurredAt });
      return { ...answer, isMatched: prompt !== undefined };
    }
    const corrected = prompt === undefined ? doubtfulPrompt(before, given) : null;
    if (prompt !== undefined) this.answer(prompt, { ...at, given });
    else if (corrected !== null) this.listener.onCorrection(corrected, { ...at, given });
    this.remember({
      ...{ ...at, type, place: book.place, identity, given, isDoubtful: isRepeat, seenAt: event.occurredAt },
      promptId: prompt?.eventId ?? null,
      offered: isRepeat ? (prompt?.offered ?? []) : [],
    });
    if (prompt?.asksVisitor !== false)
      this.handleIncoming(event, message, { promptId: prompt?.eventId ?? null, question: null });
    return { ...answer, isMatched: prompt !== undefined || corrected !== null };
  }

  /** The visitor types, or sends something that is not an answer by its type. */
  private handleTyped(event: Event, message: ReadMessage): void {
    const { book } = this;
    const current = book.prompts.find(({ eventId }) => eventId === book.currentId);
    const prompt = current?.outcome === "unanswered" ? current : undefined;
    const isAnswer = prompt?.acceptsText === true && message.type === "text";
    if (prompt !== undefined) {
      const outcome = isAnswer ? "answered" : "typed";
      this.replace({ ...prompt, outcome, answersLeft: isAnswer ? 0 : prompt.answersLeft });
      this.listener.onOutcome(prompt.eventId, outcome, { ...momentOf(event), given: [] });
    }
    const { lastText } = book;
    const isNewer = lastText !== null && lastText.place > Math.max(prompt?.place ?? 0, book.lastInputPlace);
    const question = message.type === "text" && !isAnswer && isNewer ? lastText : null;
    this.handleIncoming(event, message, { promptId: prompt?.eventId ?? null, question });
  }

  private handleIncoming(
    event: Event,
    message: ReadMessage,
    belongsTo: { promptId: string | null; question: PlainText | null },
  ) {
    const { book } = this;
    book.input = { ...momentOf(event), words: wordsOf(message, event), ...belongsTo };
    book.lastInputPlace = book.place;
  }

  private promptFor(type: string, given: readonly string[]): RecentPrompt | undefined {
    const { prompts, lastInputPlace } = this.book;
    const suited = (fit: ReturnType<typeof fits>, suits: (prompt: RecentPrompt) => boolean = () => true) =>
      prompts.findLast(
        (prompt) =>
          prompt.answersLeft > 0 &&
          prompt.answeredBy.includes(type) &&
          fits(prompt.offered, given) === fit &&
          suits(prompt),
      );
    // Different titles may be translations, as long as the visitor has sent nothing else since.
    return suited("yes") ?? suited("unknown") ?? suited("no", ({ place }) => place > lastInputPlace);
  }

  private answer(prompt: RecentPrompt, answer: Given): void {
    this.replace({ ...prompt, outcome: "answered", answersLeft: prompt.answersLeft - 1 });
    this.listener.onOutcome(prompt.eventId, "answered", answer);
  }

  /** Prompt and answer can have the same timestamp and arrive in reverse order. */
  private takeSimultaneousAnswer(prompt: RecentPrompt, { occurredAt }: Event): void {
    const given = this.book.answers.find(
      (answer) =>
        prompt.answeredBy.includes(answer.type) &&
        answer.promptId === null &&
        answer.at === occurredAt &&
        fits(prompt.offered, answer.given) !== "no",
    );
    if (given === undefined) return;
    this.remember({ ...given, promptId: prompt.eventId });
    this.answer(prompt, { eventId: given.eventId, at: given.at, given: given.given });
  }

  /** The typed text was set as a variable, so the text before it was a question. */
  private enterQuestion(question: PlainText, answer: Moment): string {
    const { book } = this;
    const { input } = book;
    const instead = book.prompts.find(({ eventId }) => eventId === input?.promptId);
    if (instead !== undefined) this.replace({ ...instead, outcome: "unanswered" });
    // Also for a prompt that was sent again since, or forgotten.
    if (input !== null && input.promptId !== null) this.listener.onOutcome(input.promptId, "unanswered", null);
    const shown = { ...question, message: null, by: null, isErased: false };
    this.listener.onPrompt({ ...shown, type: "text", expectsAnswer: true, asksVisitor: true });
    this.listener.onOutcome(question.eventId, "answered", { ...answer, given: [] });
    if (input !== null) book.input = { ...input, promptId: question.eventId, question: null };
    return question.eventId;
  }

  private replace(prompt: RecentPrompt): void {
    this.book.prompts = this.book.prompts.map((each) => (each.eventId === prompt.eventId ? prompt : each));
  }

  /** Limited, because senders choose the types. */
  private remember(answer: GivenAnswer): void {
    if (answer.type.length > maxTypeLength) return;
    const others = this.book.answers.filter(({ type }) => type !== answer.type);
    this.book.answers = [...others.slice(-(maxTypes - 1)), answer];
  }
}

const unanswered: Outcome = "unanswered";

/** Removes the oldest answered prompt, else the oldest. */
function forgetOne(prompts: RecentPrompt[]): void {
  const answered = prompts.findIndex(({ answersLeft }) => answersLeft === 0);
  prompts.splice(Math.max(answered, 0), 1);
}

/** The prompt of a previous, possibly duplicate answer, if it accepts this one. */
function doubtfulPrompt(before: GivenAnswer | null, given: readonly string[]): string | null {
  return before?.isDoubtful === true && fits(before.offered, given) !== "no" ? before.promptId : null;
}

function cut(text: string): string {
  return text.slice(0, maxTextLength).toWellFormed();
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
