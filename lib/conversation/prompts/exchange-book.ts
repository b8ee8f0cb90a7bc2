import type { Event } from "@/lib/events/event";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import { messageVariables } from "@/lib/messages/message-variables";
import type { ReadMessage } from "@/lib/messages/read-message";
import { TextBudget } from "../cut-beyond";
import { messageIdentity } from "../message-identity";
import { fits, givenChoices, givenTexts } from "./choices";
import type { Exchange } from "./exchanges";
import { type Prompt, promptOf } from "./prompt";

/** All that is kept of an event: a message can be as large as a delivery. */
type Moment = Pick<Event, "id" | "occurredAt">;

/** A prompt under way. */
interface Entry {
  /** Counts messages: which came before which. */
  place: number;
  asked: Moment;
  prompt: Prompt;
  /** A prompt sent again is told by it. */
  sent: string;
  answersLeft: number;
  answer: Moment | null;
  outcome: Exchange["outcome"];
  variables: VariableAssignment[];
}

/** The last answer of one type. */
interface GivenAnswer {
  place: number;
  at: Moment;
  variables: readonly VariableAssignment[];
  sent: string;
  given: readonly string[];
  entry: Entry | null;
  /** It repeats the answer before it, and may have been sent twice rather than meant for its prompt. */
  isDoubtful: boolean;
}

/** What the visitor said last, until `variables` events have told where it went. */
interface Input {
  words: ReadonlySet<string>;
  at: Moment;
  entry: Entry | null;
  /** The plain text that it may answer instead. */
  question: { place: number; at: Moment } | null;
}

const mostOpen = 200;
/** Types of answers whose last one is kept: senders make up types, and an answer can be large. */
const mostTypes = 50;

export interface ExchangeOptions {
  /** Whether what the answers set is wanted, which can be as large as they are. */
  keepsVariables?: boolean;
}

/**
 * Goes through a conversation message by message and keeps which prompt is answered by what. The rules, in this order: an answer
 * belongs to the newest prompt that offers what was chosen; else to the newest that takes its type; one that says the same as the
 * answer before it, with no new prompt in between, is that answer sent twice; a prompt sent again takes the place of the first.
 */
export class ExchangeBook {
  private place = 0;
  private readonly asked: Entry[] = [];
  private open: Entry[] = [];
  private readonly answers = new Map<string, GivenAnswer>();
  private latestPrompt: Entry | null = null;
  private lastText: { place: number; at: Moment } | null = null;
  private lastInputPlace = 0;
  private input: Input | null = null;
  private readonly keepsVariables: boolean;
  private readonly budget = new TextBudget();

  constructor({ keepsVariables = true }: ExchangeOptions = {}) {
    this.keepsVariables = keepsVariables;
  }

  /** The prompts with what became of them, oldest first. */
  entries(): readonly Entry[] {
    return this.asked
      .filter(({ prompt, outcome }) => prompt.expectsAnswer || outcome !== "unanswered")
      .sort((a, b) => a.place - b.place);
  }

  /** The bot or an agent says something. */
  say(event: Event, message: ReadMessage): void {
    this.place += 1;
    const prompt = promptOf(message);
    if (prompt === null) {
      if (message.type === "text") this.lastText = { place: this.place, at: momentOf(event) };
      // An agent who talks is answered, not the prompt before.
      if (event.actor?.type === "user") this.latestPrompt = null;
      return;
    }
    const entry = this.enter(momentOf(event), prompt, messageIdentity(message.sent));
    this.open = this.open.filter(({ sent }) => sent !== entry.sent);
    this.open.push(entry);
    if (this.open.length > mostOpen) this.open.shift();
    if (prompt.asksVisitor && prompt.expectsAnswer) this.latestPrompt = entry;
    this.takeSimultaneousAnswer(entry);
  }

  /** An answer: `button.response` and its like. */
  respond(event: Event, type: string, message: ReadMessage): void {
    this.place += 1;
    const given = givenChoices(message.sent);
    const sent = messageIdentity(message.sent);
    const variables = this.keepsVariables ? messageVariables(message) : [];
    const at = momentOf(event);
    const before = this.answers.get(type);
    const entry = this.entryFor(type, given);
    const isRepeat = before?.sent === sent;
    if (isRepeat && (entry === null || entry.place < before.place)) return;
    if (
      entry === null &&
      before?.isDoubtful &&
      before.entry !== null &&
      fits(before.entry.prompt.offered, given) !== "no"
    )
      this.correct(before.entry, at, variables);
    else if (entry !== null) this.answer(entry, at, variables);
    this.remember(type, { place: this.place, at, variables, sent, given, entry, isDoubtful: isRepeat });
    if (entry?.prompt.asksVisitor !== false) this.heard({ words: wordsOf(message, event), at, entry, question: null });
  }

  /** The visitor writes, or sends something else that is no answer by its type. */
  type(event: Event, message: ReadMessage): void {
    this.place += 1;
    const prompt = this.latestPrompt?.outcome === "unanswered" ? this.latestPrompt : null;
    if (prompt !== null) {
      prompt.answer = momentOf(event);
      prompt.outcome = prompt.prompt.acceptsText && message.type === "text" ? "answered" : "typed";
      if (prompt.outcome === "answered") this.open = this.open.filter((entry) => entry !== prompt);
    }
    const isAnswer = prompt?.outcome === "answered";
    const isNewer = this.lastText !== null && this.lastText.place > Math.max(prompt?.place ?? 0, this.lastInputPlace);
    const question = message.type === "text" && !isAnswer && isNewer ? this.lastText : null;
    this.heard({ words: wordsOf(message, event), at: momentOf(event), entry: prompt, question });
  }

  /** Variables were set, perhaps to what the visitor said last. */
  set(assignments: readonly VariableAssignment[]): void {
    const { input } = this;
    if (input === null) return;
    const matching = assignments.filter(
      ({ value }) => isScalar(value) && input.words.has(String(value).trim().toLowerCase()),
    );
    if (matching.length === 0) return;
    if (input.question !== null) this.enterQuestion(input, input.question);
    if (input.entry !== null && this.keepsVariables) this.addVariables(input.entry, matching, input.at);
  }

  private enter(asked: Moment, prompt: Prompt, sent: string, place = this.place): Entry {
    const entry: Entry = {
      ...{ place, asked, prompt, sent },
      answersLeft: prompt.answersWanted,
      answer: null,
      outcome: "unanswered",
      variables: [],
    };
    this.asked.push(entry);
    return entry;
  }

  private entryFor(type: string, given: readonly string[]): Entry | null {
    const suited = (fit: ReturnType<typeof fits>, suits: (entry: Entry) => boolean = () => true) =>
      this.open.findLast(
        (entry) => entry.prompt.answeredBy.includes(type) && fits(entry.prompt.offered, given) === fit && suits(entry),
      );
    // Titles that differ may be a translation, as long as the visitor has done nothing else since.
    return suited("yes") ?? suited("unknown") ?? suited("no", ({ place }) => place > this.lastInputPlace) ?? null;
  }

  private remember(type: string, answer: GivenAnswer): void {
    const [oldest] = this.answers.keys();
    this.answers.delete(type);
    if (this.answers.size >= mostTypes && oldest !== undefined) this.answers.delete(oldest);
    this.answers.set(type, answer);
  }

  private answer(entry: Entry, at: Moment, variables: readonly VariableAssignment[]): void {
    if (entry.outcome !== "answered") entry.answer = at;
    entry.outcome = "answered";
    entry.answersLeft -= 1;
    if (entry.answersLeft === 0) this.open = this.open.filter((each) => each !== entry);
    this.addVariables(entry, variables, at);
  }

  /** What answered the prompt was the answer before it sent twice; this is its own. */
  private correct(entry: Entry, at: Moment, variables: readonly VariableAssignment[]): void {
    entry.answer = at;
    entry.variables = [];
    this.addVariables(entry, variables, at);
  }

  /** The sender's clock may put both at one moment, and arrival the answer first. */
  private takeSimultaneousAnswer(entry: Entry): void {
    for (const type of entry.prompt.answeredBy) {
      const given = this.answers.get(type);
      if (given === undefined || given.entry !== null || given.at.occurredAt !== entry.asked.occurredAt) continue;
      if (fits(entry.prompt.offered, given.given) === "no") continue;
      given.entry = entry;
      this.answer(entry, given.at, given.variables);
      return;
    }
  }

  /** What the visitor typed went into a variable: the text before it was a question. */
  private enterQuestion(input: Input, question: { place: number; at: Moment }): void {
    if (input.entry !== null) {
      input.entry.answer = null;
      input.entry.outcome = "unanswered";
    }
    const entry = this.enter(question.at, plainQuestion, "", question.place);
    entry.answer = input.at;
    entry.outcome = "answered";
    input.entry = entry;
    input.question = null;
  }

  /** The first value of a variable counts. */
  private addVariables(entry: Entry, assignments: readonly VariableAssignment[], { id }: Moment): void {
    const known = new Set(entry.variables.map(({ name }) => name));
    for (const assignment of assignments) {
      if (known.has(assignment.name)) continue;
      known.add(assignment.name);
      entry.variables.push({ ...assignment, value: this.budget.takeValue(assignment.value, id) });
    }
  }

  private heard(input: Input): void {
    this.input = input;
    this.lastInputPlace = this.place;
  }
}

const plainQuestion: Prompt = {
  answeredBy: [],
  acceptsText: true,
  offered: [],
  expectsAnswer: true,
  asksVisitor: true,
  answersWanted: 1,
};

function momentOf({ id, occurredAt }: Event): Moment {
  return { id, occurredAt };
}

function wordsOf(message: ReadMessage, event: Event): Set<string> {
  const words = [event.text, ...givenTexts(message.sent)].map((text) => text.trim().toLowerCase());
  return new Set(words.filter((word) => word !== ""));
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
