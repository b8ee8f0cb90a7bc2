import type { FlowEdge, FlowPrompt } from "@/lib/api/schemas/flows";
import type { StepOutcome } from "@/lib/filters/kinds/condition";
import type { FlowEnd, Origin } from "@/lib/filters/kinds/flow-ends";

export const outcomeNames: Readonly<Record<StepOutcome, string>> = {
  answered: "answered",
  typedInstead: "typed a different reply",
  askedAgain: "asked again",
  handedOver: "handed over",
  abandoned: "abandoned",
  pending: "pending",
};

/** Below a card, where there is room for few letters. */
export const endNames: Readonly<Record<FlowEnd, string>> = {
  human: "person",
  closed: "closed",
  silence: "silence",
  pending: "pending",
};

/** In a sentence: "38 led to silence". */
export const endPhrases: Readonly<Record<FlowEnd, string>> = {
  human: "a person took over",
  closed: "the conversation was closed",
  silence: "nothing followed, and the conversation is settled",
  pending: "nothing followed yet",
};

export const originNames: Readonly<Record<Origin, string>> = {
  start: "start",
  human: "after a person",
  closed: "reopened",
};

/** The title of a prompt; what it is called if it is hidden. */
export function titleOf({ title, type }: Pick<FlowPrompt, "title" | "type">): string {
  if (title === null) return `Hidden title (${typeWord(type)})`;
  return title.trim() === "" ? `Without a title (${typeWord(type)})` : title;
}

/** `file_upload` becomes "file upload". */
export function typeWord(type: string): string {
  return type.replaceAll(/[_.]/g, " ");
}

/** What the visitor answered; what it is called if it is hidden. */
export function answerOf({ answer, answerTitle }: Pick<FlowEdge, "answer" | "answerTitle">): string {
  if (answer === null) return "no choice";
  return choiceOf({ title: answerTitle });
}

/** The title of a choice; what it is called if it is hidden. */
export function choiceOf({ title }: { title: string | null }): string {
  return title ?? "hidden choice";
}

/** The names of prompts, and of where edges come from or lead to otherwise, by their ids. */
export function namesOf(prompts: readonly FlowPrompt[]): (id: string, side: "from" | "to") => string {
  const titles = new Map(prompts.map((prompt) => [prompt.id, titleOf(prompt)]));
  const others: Readonly<Record<"from" | "to", Readonly<Partial<Record<string, string>>>>> = {
    from: originNames,
    to: { ...endNames, human: "a person" },
  };
  return (id, side) => titles.get(id) ?? others[side][id] ?? "another prompt";
}

/** Cuts a text that is wider than so many Latin letters; others may be twice as wide. */
export function cutTo(text: string, letters: number): string {
  let width = 0;
  let kept = "";
  for (const letter of text) {
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f000}-\u{1faff}]/u.test(
        letter,
      )
        ? 2
        : 1;
    if (width > letters) return `${kept.trimEnd()}…`;
    kept += letter;
  }
  return kept;
}
