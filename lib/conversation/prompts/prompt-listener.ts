import type { VariableAssignment } from "@/lib/messages/message-definition";
import type { Moment } from "../conversation";
import type { Outcome } from "./prompt-book";

/** What is found out about prompts, in the order of the events. */
export interface PromptListener {
  /** A prompt; or a plain text, once its answer went into a variable. */
  asked(prompt: Asked): void;
  /** Or no longer answered, where what the visitor typed turns out to answer another question. */
  ended(promptId: string, outcome: Outcome, answer: Moment | null): void;
  /** An answer that this prompt was thought to have is another's; this one is its own. */
  corrected(promptId: string, answer: Moment): void;
  /** Variables took what the visitor answered. */
  set(promptId: string, assignments: readonly VariableAssignment[], answer: Moment): void;
}

export interface Asked extends Moment {
  place: number;
  /** The sender's word for the message type. */
  type: string;
  /** What it asks, in one line: the beginning. */
  text: string;
  expectsAnswer: boolean;
  asksVisitor: boolean;
}
