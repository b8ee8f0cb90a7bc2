import { describe, expect, it } from "vitest";
import { reasons } from "@/lib/analytics/reasons";
import type { FlowMap } from "@/lib/api/schemas/flows";
import type { FunnelResult } from "@/lib/api/schemas/funnels";
import { funnelFinding, funnelRows } from "./funnel-words";
import { choicesAt, stepName } from "./step-names";

const cell = (value: number | null) => ({ value, n: 0, pending: 0, method: "exact" as const, conversations: "" });
const prompt = (id: string, title: string | null) => ({
  ...{ id, type: "button", title, shown: 1, answered: 1, typedInstead: 0, askedAgain: 0, handedOver: 0, abandoned: 0 },
  ...{ pending: 0, answerTime: cell(null), variants: 1, conversations: "" },
});
const edge = (from: string, answer: string | null, answerTitle: string | null, count: number) => ({
  ...{ from, answer, answerTitle, to: "silence", count, medianMs: null, conversations: "" },
});
const map: Pick<FlowMap, "prompts" | "edges"> = {
  prompts: [prompt("p", "Where is it?"), prompt("hidden", null)],
  edges: [
    edge("p", "1", "Berlin", 2),
    edge("p", "2", "Lagos", 3),
    edge("p", "1", "Berlin", 4),
    edge("p", null, null, 9),
  ],
};

describe("a step in words", () => {
  it.each([
    ["closed", "Closed"],
    ["handedOver=yes", "Handed over to a person"],
    ["asked=p", "Shown: Where is it?"],
    ["answered=p", "Answered: Where is it?"],
    ["chose=p/2", "Chose Lagos: Where is it?"],
    ["chose=p/7", "Chose another choice: Where is it?"],
    ["answered=hidden", "Answered: Hidden title (button)"],
    ["answered=gone", "Answered: a prompt that was not shown in this period"],
    ["label=vip", "label=vip"],
  ])("%s", (step, name) => {
    expect(stepName(step, map)).toBe(name);
  });
});

it("counts each choice of a prompt once, the most frequent first", () => {
  expect(choicesAt({ id: "p" }, map.edges)).toEqual([
    { answer: "1", title: "Berlin", count: 6 },
    { answer: "2", title: "Lagos", count: 3 },
  ]);
});

describe("a funnel in one sentence", () => {
  const finding = (...counts: (number | null)[]) => {
    const first = counts[0] ?? 0;
    const steps = counts.map((k, place) => ({
      label: `step ${place}`,
      cell: k === null ? { ...cell(null), reason: reasons.hidden } : { ...cell(first === 0 ? null : k / first), k },
    }));
    const result: FunnelResult = { asOf: "", from: "", to: "", tz: "UTC", steps };
    return funnelFinding(funnelRows(result, (step) => step));
  };

  it.each<[(number | null)[], string]>([
    [[200], "200 conversations went through this step. Add the next one."],
    [
      [200, 150, 30, 20],
      "Of 200 conversations, 20 (10\u00a0%) went through all 4 steps. Most were lost before step 3: 120 conversations.",
    ],
    [[8, 8], "Of 8 conversations, 8 (100\u00a0%) went through all 2 steps."],
    [[0, 0], "No conversation of this period went through the first step."],
    [[200, null], "Of 200 conversations, a hidden number went through all 2 steps."],
    [[null, 7], "How many conversations went through the first step is hidden."],
  ])("%j", (counts, sentence) => {
    expect(finding(...counts)).toBe(sentence);
  });
});
