import { describe, expect, it } from "vitest";
import { z } from "zod";
import { firstText, flag, inPayload, isNothing, listOf, optionalNumber, optionalText, orNull, words } from "./lenient";

const read = <Value>(schema: z.ZodType<Value>, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? { is: parsed.data } : { problem: parsed.error.issues[0]?.message };
};

describe("what was sent for nothing", () => {
  it.each([null, undefined, "", "None"])("is %j", (value) => {
    expect(isNothing(value)).toBe(true);
  });

  it.each([0, false, " ", "none", "Nonesuch", [], {}])("is not %j", (value) => {
    expect(isNothing(value)).toBe(false);
  });
});

it.each([
  ["", ""],
  ["None", "None"],
  [" a ", " a "],
  [7, "7"],
  [false, "false"],
])("words %j are %j", (value, text) => {
  expect(read(words, value)).toEqual({ is: text });
});

it.each([null, undefined, {}, ["a"]])("words are not %j", (value) => {
  expect(read(words, value)).toEqual({ problem: "expected text" });
});

it.each([
  [undefined, ""],
  [null, ""],
  ["None", ""],
  ["\u200b ", ""],
  [" a ", " a "],
  [0, "0"],
  [true, "true"],
])("the optional text %j is %j", (value, text) => {
  expect(read(optionalText, value)).toEqual({ is: text });
});

it.each([{}, ["a"]])("an optional text is not %j", (value) => {
  expect(read(optionalText, value)).toEqual({ problem: "expected text" });
});

it.each([
  [7, 7],
  [-1.5, -1.5],
  ["42", 42],
  [" 42 ", 42],
  ["1e3", 1000],
  ["", null],
  [" ", null],
  ["many", null],
  ["1e400", null],
  [Number.NaN, null],
  [Number.POSITIVE_INFINITY, null],
  [true, null],
  [null, null],
  [undefined, null],
])("the optional number %j is %j", (value, number) => {
  expect(read(optionalNumber, value)).toEqual({ is: number });
});

it.each([true, 1, "1", "1.0", "true", "TRUE", "Yes"])("the flag %j is true", (value) => {
  expect(read(flag, value)).toEqual({ is: true });
});

it.each([false, 0, 2, "no", "", "y", null, undefined, {}])("the flag %j is false", (value) => {
  expect(read(flag, value)).toEqual({ is: false });
});

it("a list may be missing, and what stands in one has to fit", () => {
  const list = listOf(z.number());
  for (const nothing of [undefined, null, "", "None"]) expect(read(list, nothing)).toEqual({ is: [] });
  expect(read(list, [1, 2])).toEqual({ is: [1, 2] });
  expect(read(list, ["a"])).toHaveProperty("problem");
  expect(read(list, 1)).toHaveProperty("problem");
});

it("a content may be missing, and has to fit otherwise", () => {
  const content = orNull(z.object({ x: z.number() }));
  for (const nothing of [undefined, null, "", "None"]) expect(read(content, nothing)).toEqual({ is: null });
  expect(read(content, { x: 1 })).toEqual({ is: { x: 1 } });
  expect(read(content, {})).toHaveProperty("problem");
});

it("a payload stands under its name", () => {
  expect(read(inPayload(z.number()), { payload: 1 })).toEqual({ is: 1 });
  expect(read(inPayload(z.number()), 1)).toHaveProperty("problem");
});

it("the first text that says something counts", () => {
  expect(firstText("", "a", "b")).toBe("a");
  expect(firstText("", "")).toBe("");
  expect(firstText()).toBe("");
});
