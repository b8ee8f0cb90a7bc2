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
import type { PromptListener } from "./prompt-listener";
import { questionOf } from "./question-of";
import { wordOf, wordsOf } from "./said-words";

/** What a message is among prompts and answers. */
export type Matched =
  | { kind: "prompt"; prompt: Prompt | null }
  | MatchedAnswer
  | { kind: "input" }
  | { kind: "nothing" };

export interface MatchedAnswer {
  kind: "answer";
  type: string;
  /** What it says: `givenChoices`. */
  given: readonly string[];
  /** A prompt was received that takes it. */
  isMatched: boolean;
  /** The last answer of the type before it. */
  before: GivenAnswer | null;
}

const mostPrompts = 16;
const mostTypes = 16;
const longestType = 100;
const longestText = 300;

/**
 * Goes through a conversation message by message and matches answers with prompts: the only place that does. The
 * rules, in this order: an answer belongs to the newest prompt that offers what was chosen; else to the newest that takes its
 * type; one that says the same as the answer before it, with no new prompt in between, is that answer sent twice; a prompt sent
 * again takes the place of the first.
 *
 * @param book what is known from earlier events; changed in place
 */
export class PromptMatcher {
  constructor(
    private readonly book: PromptBook,
    private readonly listener: PromptListener,
  ) {}

  /** A message, whoever sent it. */
  message(by: Actor | null, message: ReadMessage, event: Event): Matched {
    const answer = answerType(message);
    if (answer === null && (message.type === "reaction" || message.type === "system")) return { kind: "nothing" };
    this.book.place += 1;
    if (answer !== null) return this.respond(event, answer, message);
    if (by?.type !== "visitor") return { kind: "prompt", prompt: this.say(by, event, message) };
    this.type(event, message);
    return { kind: "input" };
  }

  /** Variables were set, perhaps to what the visitor said last. */
  variables(assignments: readonly VariableAssignment[]): void {
    const { input } = this.book;
    if (input === null) return;
    const words = new Set(input.words);
    const matching = assignments.filter(({ value }) => isScalar(value) && words.has(wordOf(String(value))));
    if (matching.length === 0) return;
    const answer = { eventId: input.eventId, at: input.at };
    const promptId = input.question === null ? input.promptId : this.enterQuestion(input.question, answer);
    if (promptId !== null) this.listener.set(promptId, matching, answer);
  }

  /** The bot or an agent says something. */
  private say(by: Actor | null, event: Event, message: ReadMessage): Prompt | null {
    const { book } = this;
    const asked = promptOf(message);
    if (asked === null) {
      if (message.type === "text") book.lastText = { ...momentOf(event), place: book.place, text: cut(event.text) };
      // An agent who talks is answered, not the prompt before.
      if (by?.type === "user") book.currentId = null;
      return null;
    }
    const identity = messageIdentity(message.sent);
    const { answersWanted: answersLeft, ...rest } = asked;
    const prompt = { ...rest, eventId: event.id, place: book.place, identity, answersLeft, outcome: unanswered };
    book.prompts = book.prompts.filter((earlier) => earlier.identity !== identity || earlier.answersLeft === 0);
    book.prompts.push(prompt);
    if (book.prompts.length > mostPrompts) forgetOne(book.prompts);
    const { expectsAnswer, asksVisitor } = asked;
    if (asksVisitor && expectsAnswer) book.currentId = event.id;
    const type = event.messageType ?? "unknown";
    const text = cut(questionOf(message, plainText, event.text));
    this.listener.asked({ ...momentOf(event), place: book.place, type, text, expectsAnswer, asksVisitor });
    this.takeSimultaneousAnswer(prompt, event);
    return asked;
  }

  /** An answer: `button.response` and its like. */
  private respond(event: Event, type: string, message: ReadMessage): MatchedAnswer {
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
    if (prompt !== undefined) this.answer(prompt, at);
    else if (corrected !== null) this.listener.corrected(corrected, at);
    this.remember({
      ...{ ...at, type, place: book.place, identity, given, isDoubtful: isRepeat, seenAt: event.occurredAt },
      promptId: prompt?.eventId ?? null,
      offered: isRepeat ? (prompt?.offered ?? []) : [],
    });
    if (prompt?.asksVisitor !== false) this.hear(event, message, { promptId: prompt?.eventId ?? null, question: null });
    return { ...answer, isMatched: prompt !== undefined || corrected !== null };
  }

  /** The visitor writes, or sends something else that is no answer by its type. */
  private type(event: Event, message: ReadMessage): void {
    const { book } = this;
    const current = book.prompts.find(({ eventId }) => eventId === book.currentId);
    const prompt = current?.outcome === "unanswered" ? current : undefined;
    const isAnswer = prompt?.acceptsText === true && message.type === "text";
    if (prompt !== undefined) {
      const outcome = isAnswer ? "answered" : "typed";
      this.replace({ ...prompt, outcome, answersLeft: isAnswer ? 0 : prompt.answersLeft });
      this.listener.ended(prompt.eventId, outcome, momentOf(event));
    }
    const { lastText } = book;
    const isNewer = lastText !== null && lastText.place > Math.max(prompt?.place ?? 0, book.lastInputPlace);
    const question = message.type === "text" && !isAnswer && isNewer ? lastText : null;
    this.hear(event, message, { promptId: prompt?.eventId ?? null, question });
  }

  private hear(event: Event, message: ReadMessage, belongsTo: { promptId: string | null; question: PlainText | null }) {
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
    // Titles that differ may be a translation, as long as the visitor has done nothing else since.
    return suited("yes") ?? suited("unknown") ?? suited("no", ({ place }) => place > lastInputPlace);
  }

  private answer(prompt: RecentPrompt, answer: Moment): void {
    this.replace({ ...prompt, outcome: "answered", answersLeft: prompt.answersLeft - 1 });
    this.listener.ended(prompt.eventId, "answered", answer);
  }

  /** The sender's clock may put both at one moment, and arrival the answer first. */
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
    this.answer(prompt, { eventId: given.eventId, at: given.at });
  }

  /** What the visitor typed went into a variable: the text before it was a question. */
  private enterQuestion(question: PlainText, answer: Moment): string {
    const { book } = this;
    const { input } = book;
    const instead = book.prompts.find(({ eventId }) => eventId === input?.promptId);
    if (instead !== undefined) {
      this.replace({ ...instead, outcome: "unanswered" });
      this.listener.ended(instead.eventId, "unanswered", null);
    }
    this.listener.asked({ ...question, type: "text", expectsAnswer: true, asksVisitor: true });
    this.listener.ended(question.eventId, "answered", answer);
    if (input !== null) book.input = { ...input, promptId: question.eventId, question: null };
    return question.eventId;
  }

  private replace(prompt: RecentPrompt): void {
    this.book.prompts = this.book.prompts.map((each) => (each.eventId === prompt.eventId ? prompt : each));
  }

  /** Senders make up types. */
  private remember(answer: GivenAnswer): void {
    if (answer.type.length > longestType) return;
    const others = this.book.answers.filter(({ type }) => type !== answer.type);
    this.book.answers = [...others.slice(-(mostTypes - 1)), answer];
  }
}

const unanswered: Outcome = "unanswered";

/** The oldest that has its answer, else the oldest. */
function forgetOne(prompts: RecentPrompt[]): void {
  const answered = prompts.findIndex(({ answersLeft }) => answersLeft === 0);
  prompts.splice(Math.max(answered, 0), 1);
}

/** The prompt whose answer was perhaps the one before it sent twice, if it takes this one. */
function doubtfulPrompt(before: GivenAnswer | null, given: readonly string[]): string | null {
  return before?.isDoubtful === true && fits(before.offered, given) !== "no" ? before.promptId : null;
}

function cut(text: string): string {
  return text.slice(0, longestText).toWellFormed();
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
