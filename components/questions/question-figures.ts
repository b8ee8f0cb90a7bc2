import type { Question } from "@/lib/fold/questionnaire";

export interface QuestionFigures {
  asked: number;
  answered: number;
  typed: number;
  unanswered: number;
  /** Median of the answered ones, in milliseconds; null if there are none. */
  medianMs: number | null;
}

/** Totals over all questions. */
export function questionFigures(questions: readonly Question[]): QuestionFigures {
  const count = (wanted: Question["outcome"]) => questions.filter(({ outcome }) => outcome === wanted).length;
  const times = questions
    .flatMap(({ outcome, afterMs }) => (outcome === "answered" && afterMs !== null ? [afterMs] : []))
    .sort((one, other) => one - other);
  const [low, high] = [times[Math.floor((times.length - 1) / 2)], times[Math.floor(times.length / 2)]];
  return {
    asked: questions.length,
    answered: count("answered"),
    typed: count("typed"),
    unanswered: count("unanswered"),
    medianMs: low === undefined || high === undefined ? null : (low + high) / 2,
  };
}
