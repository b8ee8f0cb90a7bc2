import { describe, expect, it } from "vitest";
import { countFitting } from "./label-chips";

describe("labels in a row", () => {
  it.each([
    [["vip", "refund"], 26, 2],
    [["needs review", "refund", "vip"], 26, 2],
    [["a very long label that needs all the room", "vip"], 26, 1],
    [[], 26, 0],
  ])("of %j in %i characters are %i", (names, room, count) => {
    expect(countFitting(names, room)).toBe(count);
  });
});
