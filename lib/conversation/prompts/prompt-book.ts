import type { Moment } from "../conversation";
import type { Prompt } from "./prompt";

/** The outcome of a prompt so far. "typed": the visitor typed something instead of choosing or filling in. */
export type Outcome = "answered" | "typed" | "unanswered";

/** A prompt that later answers are matched with. */
export interface RecentPrompt extends Omit<Prompt, "answersWanted"> {
  eventId: string;
  /** Index of the message. */
  place: number;
  /** Equal for a prompt that is sent again. */
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
  /** Its choices: `givenChoices`. */
  given: string[];
  /** The prompt that it answers. */
  promptId: string | null;
  /** It equals the previous answer, so it may be a duplicate instead of an answer to its prompt. */
  isDoubtful: boolean;
  /** The choices of a doubtful answer's prompt. */
  offered: readonly string[];
  /** Timestamp of the last copy: answers can be sent twice. */
  seenAt: string;
}

/** A plain text, which may turn out to be a question. */
export interface PlainText extends Moment {
  place: number;
  /** The beginning, in one line. */
  text: string;
}

/** The visitor's last message, until `variables` events show which variable was set to it. */
export interface Input extends Moment {
  words: string[];
  promptId: string | null;
  /** The plain text that it may answer instead. */
  question: PlainText | null;
}

/**
 * Prompts and answers that later events are matched with: plain JSON, part of the fold's state, of bounded size. Members are
 * replaced, never modified.
 */
export interface PromptBook {
  place: number;
  /** Oldest first. */
  prompts: RecentPrompt[];
  /** One per type, the latest last. */
  answers: GivenAnswer[];
  /** The last prompt that the visitor was expected to answer; null once an agent has written. */
  currentId: string | null;
  lastText: PlainText | null;
  lastInputPlace: number;
  input: Input | null;
}

export function emptyBook(): PromptBook {
  return { place: 0, prompts: [], answers: [], currentId: null, lastText: null, lastInputPlace: 0, input: null };
}

/** A copy that can be modified in place. */
export function copyBook(book: PromptBook): PromptBook {
  return { ...book, prompts: [...book.prompts], answers: [...book.answers] };
}
