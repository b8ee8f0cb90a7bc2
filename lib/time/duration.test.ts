import { expect, it } from "vitest";
import { formatDuration } from "./duration";

it.each([
  [0, "0 s"],
  [1, "< 1 s"],
  [999, "< 1 s"],
  [1000, "1 s"],
  [59_999, "59 s"],
  [3_599_999, "59 min 59 s"],
  [86_399_999, "23 h 59 min"],
  [86_400_000, "1 d"],
  [90_000_000 - 1, "1 d"],
  [90_000_000, "1 d 1 h"],
  [14_000, "14 s"],
  [60_000, "1 min"],
  [230_000, "3 min 50 s"],
  [3_600_000, "1 h"],
  [90 * 60_000, "1 h 30 min"],
  [51 * 3_600_000, "2 d 3 h"],
  [-5, "0 s"],
])("%d ms is %s", (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});
