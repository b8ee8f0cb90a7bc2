import { expect, it } from "vitest";
import { changedPart } from "./changed-part";

const part = (text: string, other: string) => {
  const { start, end } = changedPart(text, other);
  return text.slice(start, end);
};

it("omits common prefix and suffix", () => {
  expect(part("the red car", "the blue car")).toBe("red");
  expect(part("aa", "aaa")).toBe("");
  expect(part("same", "same")).toBe("");
  expect(part("", "x")).toBe("");
});

it("does not split a surrogate pair", () => {
  expect(part("ok 😀", "ok 😁")).toBe("😀");
  expect(part("😀!", "\u{1FA00}!")).toBe("😀");
});
