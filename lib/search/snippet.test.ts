import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { snippetOf } from "./snippet";

const words = "one two three four five six seven eight nine ten ".repeat(20).trim();

function snippet(text: string, query: string) {
  const start = text.indexOf(query);
  return snippetOf(text, { start, end: start + query.length });
}

describe("snippetOf", () => {
  it("returns a short text unchanged", () => {
    expect(snippet("Is the refund sent?", "refund")).toEqual({ text: "Is the refund sent?", start: 7, end: 13 });
  });

  it("cuts between words, near the match", () => {
    const text = `${words} REFUND ${words}`;
    const { text: part, start, end } = snippet(text, "REFUND");
    expect(part).toMatch(/^…(\w+ ){0,2}nine ten REFUND one two/);
    expect(part).toMatch(/ (one|two|three|four|five|six|seven|eight|nine|ten)…$/);
    expect(part.slice(start, end)).toBe("REFUND");
  });

  it("cuts no character if there are no words", () => {
    const family = "👩‍👩‍👧";
    const { text: part, start, end } = snippet(`${family.repeat(40)}REFUND${family.repeat(60)}`, "REFUND");
    expect(part.slice(start, end)).toBe("REFUND");
    expect(part.slice(0, start)).toBe(`…${family.repeat((start - 1) / family.length)}`);
    expect(part.slice(end)).toBe(`${family.repeat((part.length - end - 1) / family.length)}…`);
  });

  it("contains the match whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.nat(), fc.nat({ max: 400 }), (text, at, length) => {
        const start = at % (text.length + 1);
        const match = { start, end: Math.min(text.length, start + length) };
        const found = snippetOf(text, match);
        expect(found.text.slice(found.start, found.end)).toBe(text.slice(match.start, match.end));
      }),
    );
  }, 120_000);
});
