import { describe, expect, it } from "vitest";
import { type MetricId, metricIds } from "@/lib/analytics/metrics";
import type { Cell } from "@/lib/api/schemas/analytics";
import { cardGroups } from "./card-groups";
import { basisText, changeOf, intervalText, valueText } from "./cell-text";

const cell = (value: number | null, n: number, more: Partial<Cell> = {}): Cell => {
  return { value, n, pending: 0, method: "exact", conversations: "", ...more };
};
const plain = (text: string | null | undefined) => text?.replaceAll("\u00a0", " ");

it("writes values with their units", () => {
  expect(valueText("count", 1204)).toBe("1,204");
  expect(valueText("duration", 161_000)).toBe("2 min 41 s");
  expect(valueText("number", 3)).toBe("3");
  expect(plain(valueText("share", 0.614))).toBe("61 %");
  expect(plain(valueText("share", 1))).toBe("100 %");
  // Never rounded to all or nothing.
  expect(plain(valueText("share", 0.9996))).toBe("100 %");
  expect(plain(valueText("share", 0.996))).toBe("99.6 %");
  expect(plain(valueText("share", 0.002))).toBe("0.2 %");
});

it("says what a value is based on", () => {
  expect(basisText("count", cell(3, 3))).toBe("");
  expect(plain(basisText("number", cell(3, 9, { p90: 12 })))).toBe("median of 9, 90 % at most 12");
  expect(basisText("share", cell(0.5, 1000, { k: 500 }))).toBe("500 of 1,000");
  expect(plain(basisText("duration", cell(1000, 31, { p90: 60_000 })))).toBe("median of 31, 90 % within 1 min");
  expect(plain(intervalText([0.572, 0.651]))).toBe("57–65 %");
});

describe("a change", () => {
  it.each<[MetricId, now: Cell, before: Cell, text: string | undefined, isBetter?: boolean | null]>([
    ["botOnly", cell(0.61, 100), cell(0.57, 100), "4 points more", true],
    ["botOnly", cell(0.56, 100), cell(0.57, 100), "1 point less", false],
    ["botOnly", cell(0.61, 29), cell(0.57, 100), "4 points more", null],
    ["botOnly", cell(0.61, 100), cell(0.57, 29), "4 points more", null],
    ["botOnly", cell(0.571, 100), cell(0.57, 100), "no change", null],
    ["handedOver", cell(0.61, 100), cell(0.57, 100), "4 points more", null],
    ["humanWait", cell(60_000, 100), cell(90_000, 100), "30 s less", true],
    ["humanWait", cell(60_200, 100), cell(60_000, 100), "no change", null],
    ["started", cell(112, 112), cell(100, 100), "12 % more", null],
    ["started", cell(50, 50), cell(100, 100), "50 % fewer", null],
    ["started", cell(50, 50), cell(0, 0), undefined],
    ["botOnly", cell(null, 0), cell(0.5, 100), undefined],
    ["botOnly", cell(0.5, 100), cell(null, 0), undefined],
  ])("of %s", (id, now, before, text, isBetter) => {
    const change = changeOf(id, now, before);
    expect(plain(change?.text)).toBe(text);
    expect(change?.isBetter).toBe(isBetter);
  });
});

it("has one card for each metric", () => {
  expect(cardGroups.flatMap(({ ids }) => ids).sort()).toEqual([...metricIds].sort());
});
