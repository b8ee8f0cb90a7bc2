import type { FoldState } from "../fold-state";
import type { LoggedStep, Mark } from "./step-log";

/** A person took over, or the conversation was closed. */
export function noteMark(state: FoldState, kind: Mark["kind"]): void {
  const { steps, questions } = state.flow;
  const mark = { kind, place: state.prompts.place };
  const isTaken = kind === "human" && steps.some(isOpen);
  const isEnded = steps.length > 0 && steps.at(-1)?.end === undefined;
  const isMarked = questions.some(({ end }) => end === undefined);
  if (!isTaken && !isEnded && !isMarked) return;
  state.flow = {
    ...state.flow,
    questions: questions.map(({ eventId, end = mark }) => ({ eventId, end })),
    steps: steps.map((step, position) => {
      const became = isTaken && isOpen(step) ? ("handedOver" as const) : step.became;
      const end = position === steps.length - 1 ? (step.end ?? mark) : step.end;
      return became === step.became && end === step.end ? step : { ...step, became, end };
    }),
  };
}

/** It has no answer yet; typed text may turn out to belong to another prompt. */
export function isOpen({ did, became }: LoggedStep): boolean {
  return became === undefined && did !== "answered";
}
