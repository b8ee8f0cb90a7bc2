import { expect, it } from "vitest";
import type { Question } from "@/lib/fold/questionnaire";
import { questionFigures } from "./question-figures";

const question = (outcome: Question["outcome"], afterMs: number | null): Question => ({
  promptId: "1",
  askedAt: "2023-09-01T00:00:07.000000Z",
  by: null,
  type: "button",
  question: "?",
  outcome,
  answerId: null,
  answeredAt: null,
  answer: null,
  afterMs,
  variables: [],
});

it("counts outcomes, and computes the median of the answered ones", () => {
  expect(questionFigures([])).toEqual({ asked: 0, answered: 0, typed: 0, unanswered: 0, medianMs: null });
  const some = [
    question("answered", 9000),
    question("typed", 1),
    question("answered", 1000),
    question("unanswered", null),
  ];
  expect(questionFigures(some)).toEqual({ asked: 4, answered: 2, typed: 1, unanswered: 1, medianMs: 5000 });
  expect(questionFigures([...some, question("answered", 2000)]).medianMs).toBe(2000);
});
