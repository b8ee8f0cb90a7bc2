import type { Moment } from "../conversation";

/** A prompt as it was shown, without personal values. Equal prompts are listed once. */
export interface PromptText {
  /** Hash of everything below. */
  id: string;
  /** Hash of its type and structure: prompts that differ only in the title share it. */
  prompt: string;
  /** Hash of its folded title. */
  variant: string;
  /** The message type, in lower case. */
  type: string;
  /** The structure does not tell apart two prompts that ask different things, as buttons called Yes and No. */
  isWeak: boolean;
  /** In one line, with the names of variables in place of their values, and # in place of digits. */
  title: string;
  choices: PromptChoice[];
}

/** Whether both texts are of one prompt: edits and translations are. */
export function isSamePrompt(one: PromptText | undefined, other: PromptText): boolean {
  return one?.prompt === other.prompt && (!other.isWeak || one.variant === other.variant);
}

export interface PromptChoice {
  key: string;
  title: string;
  /** The block that it leads to, as sent; null if unknown. */
  leadsTo: string | null;
}

/** A person took over, or the conversation was closed. */
export interface Mark {
  kind: "human" | "closed";
  /** Index of the last message before it. */
  place: number;
}

/** A prompt that the bot showed. */
export interface LoggedStep extends Moment {
  /** Index among the messages. */
  place: number;
  /** Index in `texts`. */
  text: number;
  /** What the visitor did. */
  did?: "answered" | "typedInstead" | undefined;
  /** What else happened to a prompt without an answer, which an answer no longer changes. */
  became?: "askedAgain" | "handedOver" | undefined;
  /** The key of the choice, several joined by `+`. */
  answer?: string | undefined;
  tookMs?: number | undefined;
  /** The first mark after it and before the next step. */
  end?: Mark | undefined;
}

/** The bot's prompts of a conversation, part of the fold's state. Members are replaced, never modified. */
export interface StepLog {
  texts: readonly PromptText[];
  /** In the order of messages, at most the first 200. */
  steps: readonly LoggedStep[];
  /** Plain texts of the bot that may turn out to be questions, each with the first mark after it. */
  questions: readonly { eventId: string; end?: Mark | undefined }[];
}

export const emptyStepLog: StepLog = { texts: [], steps: [], questions: [] };
