import type { VariableAssignment } from "@/lib/messages/message-definition";
import type { FoldState } from "../fold-state";
import type { PromptListener } from "./prompt-listener";
import { PromptMatcher } from "./prompt-matcher";

/** Writes the results of prompt matching to the state: the last prompt that the visitor was expected to answer. */
export function promptNotes(state: FoldState): PromptListener {
  const setAnswered = (promptId: string, answered: boolean) => {
    if (state.lastPrompt?.eventId === promptId) state.lastPrompt = { ...state.lastPrompt, answered };
  };
  return {
    onPrompt: ({ eventId, place, type, text, expectsAnswer, asksVisitor }) => {
      if (!expectsAnswer || !asksVisitor || place < (state.lastPrompt?.place ?? 0)) return;
      state.lastPrompt = { type: type.trim().toLowerCase(), text, eventId, answered: false, place };
    },
    onOutcome: (promptId, outcome) => setAnswered(promptId, outcome !== "unanswered"),
    onCorrection: (promptId) => setAnswered(promptId, true),
    onVariables: () => {},
  };
}

/** For a `variables` event: matches its values with the visitor's last message. */
export function matchVariables(state: FoldState, assignments: readonly VariableAssignment[]): void {
  new PromptMatcher(state.prompts, promptNotes(state)).variables(assignments);
}
