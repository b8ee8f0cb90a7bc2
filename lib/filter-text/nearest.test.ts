import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance, nearest } from "./nearest";

/** The recursive definition. */
function naively([first, ...rest]: string[], [counterpart, ...others]: string[]): number {
  if (first === undefined) return counterpart === undefined ? 0 : others.length + 1;
  if (counterpart === undefined) return rest.length + 1;
  const changed = naively(rest, others) + (first === counterpart ? 0 : 1);
  return Math.min(changed, naively(rest, [counterpart, ...others]) + 1, naively([first, ...rest], others) + 1);
}

describe("distance", () => {
  it("is the minimum number of letters to insert, delete or replace", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abc😀"), maxLength: 5 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(distance(one, other)).toBe(naively([...one], [...other]));
      }),
    );
    expect(distance("kitten", "sitting")).toBe(3);
  });
});

describe("nearest", () => {
  const names = ["status", "label", "label.all", "bot", "notes", "messages", "duration"];

  it.each([
    ["labl", "label"],
    ["LABEL", "label"],
    ["label", "label"],
    ["sta", "status"],
    ["dur", "duration"],
    ["mesages", "messages"],
    ["messagessss", "messages"],
    ["messagesssss", "messages"],
    ["messagesssssss", null],
    ["b", null],
    ["bat", "bot"],
    ["bt", "bot"],
    ["ba", null],
    ["stats", "status"],
    ["colour", null],
    ["", null],
  ])("of %j is %j", (typed, name) => expect(nearest(typed, names)).toBe(name));

  it("prefers a name with the typed prefix over an equally near one", () => {
    expect(nearest("not", ["bot", "notes"])).toBe("bot");
    expect(nearest("not", ["notes", "bot"])).toBe("notes");
    expect(nearest("note", ["vote", "not", "notebook"])).toBe("vote");
    expect(nearest("noteb", ["vote", "not", "notebook"])).toBe("notebook");
  });

  it("finds nothing for text of more than forty letters, and without names", () => {
    expect(nearest("x".repeat(40), ["x".repeat(41)])).toBe("x".repeat(41));
    expect(nearest("x".repeat(41), ["x".repeat(41)])).toBeNull();
    expect(nearest("label", [])).toBeNull();
  });
});
