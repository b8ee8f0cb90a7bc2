import "server-only";
import type { Question } from "@/lib/conversation/questionnaire";
import { assignmentsText } from "@/lib/messages/variable-assignments";
import { type Cell, csvRows, safeText } from "./csv-rows";

/** Questions as CSV, a row each under a row of the columns' names. */
export function questionTable(questions: readonly Question[]): string {
  return csvRows([
    Object.keys(columns),
    ...questions.map((asked) => Object.values(columns).map((cell) => cell(asked))),
  ]);
}

const columns: Record<string, (question: Question) => Cell> = {
  askedAt: ({ askedAt }) => askedAt,
  type: ({ type }) => safeText(type),
  question: ({ question }) => safeText(question),
  outcome: ({ outcome }) => outcome,
  answer: ({ answer }) => answer && safeText(answer),
  answeredAt: ({ answeredAt }) => answeredAt,
  seconds: ({ afterMs }) => (afterMs === null ? null : afterMs / 1000),
  variables: ({ variables }) => safeText(assignmentsText(variables)),
  promptId: ({ promptId }) => promptId,
  answerId: ({ answerId }) => answerId,
};
