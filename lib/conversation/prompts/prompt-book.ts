import type { Moment } from "../conversation";
import type { Prompt } from "./prompt";

/** How a prompt ended so far. "typed": the visitor typed something instead of choosing or filling in. */
export type Outcome = "answered" | "typed" | "unanswered";

/** A prompt that answers are matched with. */
export interface RecentPrompt extends Omit<Prompt, "answersWanted"> {
  eventId: string;
  /** Counts messages: which came before which. */
  place: number;
  /** A prompt sent again has the same. */
  identity: string;
  /** 0 once answered. */
  answersLeft: number;
  outcome: Outcome;
}

/** The last answer of one type. */
export interface GivenAnswer extends Moment {
  type: string;
  place: number;
  identity: string;
  /** What it says: `givenChoices`. */
  given: string[];
  /** The prompt that it answers. */
  promptId: string | null;
  /** It repeats the answer before it, and may have been sent twice rather than meant for its prompt. */
  isDoubtful: boolean;
  /** What the prompt of a doubtful answer offers. */
  offered: readonly string[];
  /** When it came last: answers are sent twice. */
  seenAt: string;
}

/** A plain text, which may turn out to be a question. */
export interface PlainText extends Moment {
  place: number;
  /** Its beginning, in one line. */
  text: string;
}

/** What the visitor said last, until `variables` events show which variable took it. */
export interface Input extends Moment {
  words: string[];
  promptId: string | null;
  /** The plain text that it may answer instead. */
  question: PlainText | null;
}

/**
 * The prompts and answers that later events are matched with: plain JSON, part of the fold's state, of bounded size however many
 * messages there were. Its members are replaced, never changed.
 */
export interface PromptBook {
  place: number;
  /** Oldest first. */
  prompts: RecentPrompt[];
  /** One of each type, the latest last. */
  answers: GivenAnswer[];
  /** The last prompt that the visitor was to answer, unless an agent has talked since. */
  currentId: string | null;
  lastText: PlainText | null;
  lastInputPlace: number;
  input: Input | null;
}

export function emptyBook(): PromptBook {
  return { place: 0, prompts: [], answers: [], currentId: null, lastText: null, lastInputPlace: 0, input: null };
}

/** One that can be changed without changing this. */
export function copyBook(book: PromptBook): PromptBook {
  return { ...book, prompts: [...book.prompts], answers: [...book.answers] };
}
