import type { Actor } from "@/lib/events/event";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import type { ReadMessage } from "@/lib/messages/read-message";
import type { Moment } from "../conversation";
import type { Outcome } from "./prompt-book";

/** Receives what the matcher finds out about prompts, in the order of the events. */
export interface PromptListener {
  /** A prompt was sent; a plain text counts once its answer is set as a variable. */
  onPrompt(prompt: Asked): void;
  /** The outcome changed; back to unanswered if the typed text turns out to answer another question. */
  onOutcome(promptId: string, outcome: Outcome, answer: Given | null): void;
  /** The answer assigned to this prompt belongs to another one; `answer` is the correct one. */
  onCorrection(promptId: string, answer: Given): void;
  /** Variables were set to the value of the answer. */
  onVariables(promptId: string, assignments: readonly VariableAssignment[], answer: Moment): void;
}

/** An answer. */
export interface Given extends Moment {
  /** Its choices: `givenChoices`. */
  given: readonly string[];
}

export interface Asked extends Moment {
  place: number;
  /** The message type as sent. */
  type: string;
  /** The beginning of the question, in one line. */
  text: string;
  expectsAnswer: boolean;
  asksVisitor: boolean;
  /** Null for a plain text. */
  message: ReadMessage | null;
  by: Actor | null;
  /** Its content was erased. */
  isErased: boolean;
}
