import type { VariableAssignment } from "@/lib/messages/message-definition";
import type { FoldState } from "../fold-state";
import { noteCorrection, noteOutcome, noteShown } from "../steps/note-steps";
import type { PromptListener } from "./prompt-listener";
import { PromptMatcher } from "./prompt-matcher";

/** Writes the results of prompt matching to the state: its steps, and the last prompt that the visitor was expected to answer. */
export function promptNotes(state: FoldState): PromptListener {
  const setAnswered = (promptId: string, answered: boolean) => {
    if (state.lastPrompt?.eventId === promptId) state.lastPrompt = { ...state.lastPrompt, answered };
  };
  return {
    onPrompt: (asked) => {
      const { eventId, place, type, text, expectsAnswer, asksVisitor } = asked;
      noteShown(state, asked);
      if (!expectsAnswer || !asksVisitor || place < (state.lastPrompt?.place ?? 0)) return;
      state.lastPrompt = { type: type.trim().toLowerCase(), text, eventId, answered: false, place };
    },
    onOutcome: (promptId, outcome, answer) => {
      noteOutcome(state, promptId, outcome, answer);
      setAnswered(promptId, outcome !== "unanswered");
    },
    onCorrection: (promptId, answer) => {
      noteCorrection(state, promptId, answer);
      setAnswered(promptId, true);
    },
    onVariables: () => {},
  };
}

/** For a `variables` event: matches its values with the visitor's last message. */
export function matchVariables(state: FoldState, assignments: readonly VariableAssignment[]): void {
  new PromptMatcher(state.prompts, promptNotes(state)).variables(assignments);
}
