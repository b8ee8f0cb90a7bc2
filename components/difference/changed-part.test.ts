import { expect, it } from "vitest";
import { changedPart } from "./changed-part";

const part = (text: string, other: string) => {
  const { start, end } = changedPart(text, other);
  return text.slice(start, end);
};

it("leaves out what both begin and end with", () => {
  expect(part("the red car", "the blue car")).toBe("red");
  expect(part("aa", "aaa")).toBe("");
  expect(part("same", "same")).toBe("");
  expect(part("", "x")).toBe("");
});

it("does not cut a character in two", () => {
  expect(part("ok 😀", "ok 😁")).toBe("😀");
  expect(part("😀!", "\u{1FA00}!")).toBe("😀");
});
