import { offeredChoices } from "@/lib/conversation/prompts/choices";
import type { Event } from "@/lib/events/event";
import type { Question } from "@/lib/fold/questionnaire";
import { alignmentOf } from "./align";

/** A conversation with its questions, in timeline order. */
export interface Course {
  events: readonly Event[];
  questions: readonly Question[];
}

/** A question and the events up to the next one: `from` to `to` (exclusive). The events before the first question have none. */
export interface Passage {
  question: Question | null;
  from: number;
  to: number;
}

/** Aligned passages of two conversations. */
export interface ComparedPassages {
  a: Passage | null;
  b: Passage | null;
  /**
   * `same`: the same question and answer; `answer`: the same question, answered differently; `parted`: questions that are only in
   * one of them, or differ.
   */
  kind: "same" | "answer" | "parted";
}

/** Scores of a pair of questions: equal, or of one type with similar text (for example, another name in it). */
const same = 3;
const similar = 2;

/**
 * Aligns two conversations by their questions, with as many pairs as possible and in the order of both. Yields every few
 * milliseconds to keep the page responsive.
 */
export function* comparingCourses(a: Course, b: Course): Generator<undefined, ComparedPassages[]> {
  const [passagesA, passagesB] = [passagesOf(a), passagesOf(b)];
  const book = new PromptSimilarity();
  const promptsA = yield* numbersOf(a, passagesA, book);
  const promptsB = yield* numbersOf(b, passagesB, book);
  const pairs = yield* alignmentOf({
    lengthA: promptsA.length,
    lengthB: promptsB.length,
    score: (i, j) => book.likeness(promptsA[i] ?? 0, promptsB[j] ?? 0),
    best: same,
  });
  const compared: ComparedPassages[] = [];
  let alone: { a: Passage[]; b: Passage[] } = { a: [], b: [] };
  const closeParting = () => {
    for (let place = 0; place < Math.max(alone.a.length, alone.b.length); place += 1)
      compared.push({ a: alone.a[place] ?? null, b: alone.b[place] ?? null, kind: "parted" });
    alone = { a: [], b: [] };
  };
  for (const pair of pairs) {
    const passageA = pair.a === null ? null : (passagesA[pair.a] ?? null);
    const passageB = pair.b === null ? null : (passagesB[pair.b] ?? null);
    if (passageA && passageB) {
      closeParting();
      compared.push({ a: passageA, b: passageB, kind: isSameAnswer(passageA, passageB) ? "same" : "answer" });
    } else if (passageA) alone.a.push(passageA);
    else if (passageB) alone.b.push(passageB);
  }
  closeParting();
  return compared;
}

/** Splits a conversation before each of its questions. */
function passagesOf({ events, questions }: Course): Passage[] {
  const questionsByPrompt = new Map(questions.map((question) => [question.promptId, question]));
  const passages: Passage[] = [{ question: null, from: 0, to: 0 }];
  for (const [place, { id }] of events.entries()) {
    const question = questionsByPrompt.get(id);
    if (question !== undefined) passages.push({ question, from: place, to: place });
    const last = passages.at(-1);
    if (last) last.to = place + 1;
  }
  return passages;
}

/** Computes the similarity of prompts, from 0 to {@link same}; each prompt has a number. */
class PromptSimilarity {
  private readonly numbers = new Map<string, number>();
  private readonly prompts: Prompt[] = [];
  private likenesses = new Uint8Array(0);

  /** The same number for the same prompt; 0 for the events before the first question. */
  numberOf(prompt: Prompt | null): number {
    const key = prompt === null ? "" : JSON.stringify(prompt);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.prompts.push(prompt ?? nothing) - 1);
    return this.prompts.length - 1;
  }

  likeness(one: number, other: number): number {
    if (one === other) return same;
    const count = this.prompts.length;
    if (count > maxCompared) return 0;
    if (this.likenesses.length !== count * count) this.likenesses = new Uint8Array(count * count).fill(unknown);
    const place = one * count + other;
    if (this.likenesses[place] === unknown) this.likenesses[place] = this.compare(one, other);
    return this.likenesses[place] ?? 0;
  }

  private compare(one: number, other: number): number {
    const [a, b] = [this.prompts[one] ?? nothing, this.prompts[other] ?? nothing];
    if (a.type !== b.type) return 0;
    const offersSame = a.choices.length > 0 && a.choices.join("\n") === b.choices.join("\n");
    return sharedWords(a.words, b.words) >= (offersSame ? 0.5 : 0.6) ? similar : 0;
  }
}

interface Prompt {
  type: string;
  words: string;
  choices: readonly string[];
}

const nothing: Prompt = { type: "", words: "", choices: [] };
const unknown = 255;
/** With more distinct prompts than this, only equal ones are paired. */
const maxCompared = 2000;

function* numbersOf(
  { events }: Course,
  passages: readonly Passage[],
  book: PromptSimilarity,
): Generator<undefined, number[]> {
  const numbers: number[] = [];
  for (const [place, { question, from }] of passages.entries()) {
    if (place % 50 === 0) yield;
    const choices = offeredChoices(messageOf(events[from]));
    numbers.push(
      book.numberOf(question && { type: question.type, words: question.question.toLowerCase().slice(0, 300), choices }),
    );
  }
  return numbers;
}

/** The share of words that two texts have in common, from 0 to 1. */
function sharedWords(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(text.match(/[\p{L}\p{M}\p{N}]+/gu)));
  if (a === undefined || b === undefined || a.size + b.size === 0) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}

function isSameAnswer({ question: a }: Passage, { question: b }: Passage): boolean {
  if (a === null || b === null) return true;
  return a.outcome === b.outcome && a.answer?.trim().toLowerCase() === b.answer?.trim().toLowerCase();
}

function messageOf(event: Event | undefined): unknown {
  const payload = event?.payload;
  return typeof payload === "object" && payload !== null && "message" in payload ? payload.message : null;
}
