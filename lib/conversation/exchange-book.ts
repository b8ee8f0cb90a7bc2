import type { Event } from "@/lib/events/event";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import { messageVariables } from "@/lib/messages/message-variables";
import type { ReadMessage } from "@/lib/messages/read-message";
import { fits, givenChoices, givenTexts } from "./choices";
import type { Exchange } from "./exchanges";
import { type Prompt, promptOf } from "./prompt";

/** A prompt under way. */
interface Entry {
  /** Counts messages: which came before which. */
  place: number;
  event: Event;
  prompt: Prompt;
  /** The message's JSON: a prompt sent again is told by it. */
  sent: string;
  answersLeft: number;
  answer: Event | null;
  outcome: Exchange["outcome"];
  variables: VariableAssignment[];
}

/** The last answer of one type. */
interface GivenAnswer {
  place: number;
  event: Event;
  message: ReadMessage;
  sent: string;
  given: readonly string[];
  entry: Entry | null;
  /** It repeats the answer before it, and may have been sent twice rather than meant for its prompt. */
  isDoubtful: boolean;
}

/** What the visitor said last, until `variables` events have told where it went. */
interface Input {
  words: ReadonlySet<string>;
  event: Event;
  entry: Entry | null;
  /** The plain text that it may answer instead. */
  question: { place: number; event: Event } | null;
}

const mostOpen = 200;

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
  private lastText: { place: number; event: Event } | null = null;
  private lastInputPlace = 0;
  private input: Input | null = null;

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
      if (message.type === "text") this.lastText = { place: this.place, event };
      // An agent who talks is answered, not the prompt before.
      if (event.actor?.type === "user") this.latestPrompt = null;
      return;
    }
    const entry = this.enter(event, prompt, JSON.stringify(message.sent));
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
    const sent = JSON.stringify(message.sent);
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
      this.correct(before.entry, event, message);
    else if (entry !== null) this.answer(entry, event, message);
    this.answers.set(type, { place: this.place, event, message, sent, given, entry, isDoubtful: isRepeat });
    if (entry?.prompt.asksVisitor !== false)
      this.heard({ words: wordsOf(message, event), event, entry, question: null });
  }

  /** The visitor writes, or sends something else that is no answer by its type. */
  type(event: Event, message: ReadMessage): void {
    this.place += 1;
    const prompt = this.latestPrompt?.outcome === "unanswered" ? this.latestPrompt : null;
    if (prompt !== null) {
      prompt.answer = event;
      prompt.outcome = prompt.prompt.acceptsText && message.type === "text" ? "answered" : "typed";
      if (prompt.outcome === "answered") this.open = this.open.filter((entry) => entry !== prompt);
    }
    const isAnswer = prompt?.outcome === "answered";
    const isNewer = this.lastText !== null && this.lastText.place > Math.max(prompt?.place ?? 0, this.lastInputPlace);
    const question = message.type === "text" && !isAnswer && isNewer ? this.lastText : null;
    this.heard({ words: wordsOf(message, event), event, entry: prompt, question });
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
    if (input.entry !== null) addVariables(input.entry, matching);
  }

  private enter(event: Event, prompt: Prompt, sent: string, place = this.place): Entry {
    const entry: Entry = {
      ...{ place, event, prompt, sent },
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

  private answer(entry: Entry, event: Event, message: ReadMessage): void {
    if (entry.outcome !== "answered") entry.answer = event;
    entry.outcome = "answered";
    entry.answersLeft -= 1;
    if (entry.answersLeft === 0) this.open = this.open.filter((each) => each !== entry);
    addVariables(entry, messageVariables(message));
  }

  /** What answered the prompt was the answer before it sent twice; this is its own. */
  private correct(entry: Entry, event: Event, message: ReadMessage): void {
    entry.answer = event;
    entry.variables = [...messageVariables(message)];
  }

  /** The sender's clock may put both at one moment, and arrival the answer first. */
  private takeSimultaneousAnswer(entry: Entry): void {
    for (const type of entry.prompt.answeredBy) {
      const given = this.answers.get(type);
      if (given === undefined || given.entry !== null || given.event.occurredAt !== entry.event.occurredAt) continue;
      if (fits(entry.prompt.offered, given.given) === "no") continue;
      given.entry = entry;
      this.answer(entry, given.event, given.message);
      return;
    }
  }

  /** What the visitor typed went into a variable: the text before it was a question. */
  private enterQuestion(input: Input, question: { place: number; event: Event }): void {
    if (input.entry !== null) {
      input.entry.answer = null;
      input.entry.outcome = "unanswered";
    }
    const entry = this.enter(question.event, plainQuestion, "", question.place);
    entry.answer = input.event;
    entry.outcome = "answered";
    input.entry = entry;
    input.question = null;
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

function wordsOf(message: ReadMessage, event: Event): Set<string> {
  const words = [event.text, ...givenTexts(message.sent)].map((text) => text.trim().toLowerCase());
  return new Set(words.filter((word) => word !== ""));
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** The first value of a variable counts. */
function addVariables(entry: Entry, assignments: readonly VariableAssignment[]): void {
  const known = new Set(entry.variables.map(({ name }) => name));
  for (const assignment of assignments) {
    if (known.has(assignment.name)) continue;
    known.add(assignment.name);
    entry.variables.push(assignment);
  }
}
