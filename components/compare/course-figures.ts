import type { ComparedPassages } from "@/lib/fold/compare/compare-courses";

/** A summary of how far two courses agree. */
export function courseFigures(rows: readonly ComparedPassages[]): string {
  const asked = rows.filter(({ a, b }) => a?.question || b?.question);
  if (asked.length === 0) return "No questions in either conversation";
  const count = (wanted: ComparedPassages["kind"]) => asked.filter(({ kind }) => kind === wanted).length;
  const [only, other, same] = [count("parted"), count("answer"), count("same")];
  return [
    same > 0 && `${same} ${same === 1 ? "question" : "questions"} with the same answer`,
    other > 0 && `${other} ${other === 1 ? "question" : "questions"} answered differently`,
    only > 0 && `${only} ${only === 1 ? "divergence" : "divergences"}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
