import type { FoldState } from "../fold-state";
import type { LoggedStep, PromptText } from "./step-log";

/** A prompt that the bot showed, and what became of it. Contains no personal data, apart from values that no variable has. */
export interface Step {
  text: PromptText;
  /** ISO 8601. */
  at: string;
  /** `open`: abandoned if the conversation is settled, otherwise pending. */
  outcome: "answered" | "typedInstead" | "askedAgain" | "handedOver" | "open";
  /** The key of the choice; null for an answer without a choice. */
  answer: string | null;
  tookMs: number | null;
  /** What came before: the beginning, a prompt, or a person or a close since the prompt before. */
  cameFrom: "start" | "prompt" | "human" | "closed";
  /** What came next: a person or a close before the next prompt, the next prompt, or nothing yet (`open`). */
  wentTo: "prompt" | "human" | "closed" | "open";
  /** Another prompt of the conversation has the same structure, which does not tell them apart: they are two prompts. */
  isApart: boolean;
}

/** The steps of a conversation, in the order of its messages: at most the first 200. */
export function stepsOf({ flow: { texts, steps } }: FoldState): Step[] {
  const variants = new Map<string, Set<string>>();
  for (const { prompt, variant, isWeak } of texts) {
    if (isWeak) variants.set(prompt, (variants.get(prompt) ?? new Set()).add(variant));
  }
  return steps.flatMap((step, position) => {
    const text = texts[step.text];
    if (text === undefined) return [];
    const before = steps[position - 1];
    return {
      text,
      at: step.at,
      outcome: outcomeOf(step),
      answer: step.answer ?? null,
      tookMs: step.tookMs ?? null,
      cameFrom: before === undefined ? "start" : (before.end?.kind ?? "prompt"),
      wentTo: step.end?.kind ?? (position === steps.length - 1 ? "open" : "prompt"),
      isApart: (variants.get(text.prompt)?.size ?? 0) > 1,
    };
  });
}

function outcomeOf({ did, became }: LoggedStep): Step["outcome"] {
  return did ?? became ?? "open";
}
