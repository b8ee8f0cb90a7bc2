import { describe, expect, it } from "vitest";
import { cutBeyond, cutValueBeyond, lengthOfValue, TextBudget } from "./cut-beyond";

const text = "x".repeat(1500);
const cut = `${"x".repeat(1000)}… (500 more characters in event 7)`;

describe("a text", () => {
  it("is whole until the texts come to a million characters", () => {
    expect(cutBeyond(998_500, text, "7")).toBe(text);
    expect(cutBeyond(998_501, text, "7")).toBe(cut);
    expect(cutBeyond(0, "x".repeat(1_000_000), "7")).toHaveLength(1_000_000);
    expect(cutBeyond(0, "x".repeat(1_000_001), "7")).toBe(`${"x".repeat(1000)}… (999,001 more characters in event 7)`);
  });

  it("of a thousand characters is whole whatever came before", () => {
    expect(cutBeyond(5_000_000, "x".repeat(1000), "7")).toBe("x".repeat(1000));
    expect(cutBeyond(5_000_000, "x".repeat(1001), "7")).toBe(`${"x".repeat(1000)}… (1 more characters in event 7)`);
  });

  it("is not cut within a character", () => {
    expect(cutBeyond(1_000_000, `${"x".repeat(999)}😀y`, "7")).toBe(
      `${"x".repeat(999)}\ufffd… (2 more characters in event 7)`,
    );
  });
});

describe("a value", () => {
  it("is kept as it is, or cut as its JSON", () => {
    const list = [text];
    expect(cutValueBeyond(0, list, "7")).toBe(list);
    expect(cutValueBeyond(1_000_000, list, "7")).toBe(`["${"x".repeat(998)}… (504 more characters in event 7)`);
    expect(cutValueBeyond(1_000_000, text, "7")).toBe(cut);
    expect(cutValueBeyond(1_000_000, 7, "7")).toBe(7);
    expect(cutValueBeyond(1_000_000, null, "7")).toBeNull();
  });

  it.each([
    ["abc", 3],
    ["", 0],
    [["a"], 5],
    [null, 4],
    [7, 8],
    [true, 8],
  ])("%j counts %i characters", (value, length) => {
    expect(lengthOfValue(value)).toBe(length);
  });
});

it("the texts of one answer share a million characters", () => {
  const budget = new TextBudget();
  expect(budget.take("x".repeat(600_000), "1")).toHaveLength(600_000);
  expect(budget.takeValue({ a: "x".repeat(398_492) }, "2")).toEqual({ a: "x".repeat(398_492) });
  expect(budget.take(text, "7")).toBe(text);
  expect(budget.take(text, "7")).toBe(cut);
  expect(budget.takeValue(text, "7")).toBe(cut);
  expect(budget.take("short", "8")).toBe("short");
});
