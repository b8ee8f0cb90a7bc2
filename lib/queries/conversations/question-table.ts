import "server-only";
import type { CsvDialect } from "@/lib/api/schemas/export";
import type { Question } from "@/lib/fold/questionnaire";
import { assignmentsText } from "@/lib/messages/parts/variable-assignments";
import { type Cell, csvTable } from "@/lib/queries/exports/csv-rows";

/** Questions as CSV, with a header row. */
export function questionTable(questions: readonly Question[], dialect: CsvDialect): string {
  const rows = questions.map((asked) => Object.values(columns).map((cell) => cell(asked)));
  return csvTable(Object.keys(columns), rows, dialect);
}

const columns: Record<string, (question: Question) => Cell> = {
  askedAt: ({ askedAt }) => askedAt,
  type: ({ type }) => type,
  question: ({ question }) => question,
  outcome: ({ outcome }) => outcome,
  answer: ({ answer }) => answer,
  answeredAt: ({ answeredAt }) => answeredAt,
  seconds: ({ afterMs }) => (afterMs === null ? null : afterMs / 1000),
  variables: ({ variables }) => assignmentsText(variables),
  promptId: ({ promptId }) => promptId,
  answerId: ({ answerId }) => answerId,
};
