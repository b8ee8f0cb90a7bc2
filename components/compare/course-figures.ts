import type { ComparedPassages } from "@/lib/conversation/compare/compare-courses";

/** In words how far two courses agree. */
export function courseFigures(rows: readonly ComparedPassages[]): string {
  const asked = rows.filter(({ a, b }) => a?.question || b?.question);
  if (asked.length === 0) return "Neither was asked anything";
  const count = (wanted: ComparedPassages["kind"]) => asked.filter(({ kind }) => kind === wanted).length;
  const [only, other, same] = [count("parted"), count("answer"), count("same")];
  return [
    same > 0 && `${same} ${same === 1 ? "question" : "questions"} with the same answer`,
    other > 0 && `${other} answered otherwise`,
    only > 0 && `${only} where they went different ways`,
  ]
    .filter(Boolean)
    .join(" · ");
}
