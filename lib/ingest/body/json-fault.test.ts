import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonFault } from "./json-fault";

describe("findJsonFault", () => {
  it.each([
    ["", 0, "it ends where a value should follow"],
    ['{"a":1', 6, 'it ends where "," or "}" should follow'],
    ['{"a":1]', 6, 'expected "," or "}", found "]"'],
    ["[1,]", 3, 'expected a value, found "]"'],
    ["{a:1}", 1, 'expected a quoted key or "}", found "a"'],
    ['{"a" 1}', 5, 'expected ":", found "1"'],
    ["{} x", 3, 'expected the end, found "x"'],
    ["[01]", 1, 'expected a value or "]", found "0"'],
    ['["a\nb"]', 3, "a string contains the control character U+000A"],
    ['["\\x"]', 2, "a string contains an unknown escape"],
    ['["abc', 5, "unterminated string starting at character 2"],
  ])("finds the error of %j at %i", (text, position, reason) => {
    expect(findJsonFault(text)).toEqual({ position, reason });
  });

  it("finds positions after which the text could have continued as JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, cut) => {
        const json = JSON.stringify([value, "end"]);
        const start = json.slice(0, cut % json.length);
        const { position } = findJsonFault(start);
        // A truncated word, number or escape is itself the error.
        expect(start.slice(position)).toMatch(/^[\w.+-]*$/);
        const brokenEscape = /(?<!\\)(?:\\\\)*(\\(?:u[\da-f]{0,3})?)$/i.exec(start)?.[1] ?? "";
        expect(findJsonFault(`${start}\u0001`).position).toBeGreaterThanOrEqual(position - brokenEscape.length);
      }),
      {
        examples: [
          ["\\      ", 3],
          ["\u0001 and more", 6],
          ["\u0001 and more", 3],
        ],
        numRuns: 1000,
      },
    );
  });

  it("handles deep nesting", () => {
    expect(findJsonFault("[".repeat(200_000)).position).toBe(200_000);
  });
});
