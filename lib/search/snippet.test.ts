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

  it.each([
    ["Hello there my friend REFUND", "Hello there my friend REFUND"],
    ["Hello there, my friend REFUND", "…there, my friend REFUND"],
    ["Hello there,  my  friend is REFUND", "…my  friend is REFUND"],
    [`A ${"x".repeat(40)} REFUND now please`, `…${"x".repeat(21)} REFUND now please`],
    [`${"word ".repeat(100)}an order number: REFUND`, "…an order number: REFUND"],
  ])("cuts what is before a match: %j", (text, part) => {
    const found = snippet(text, "REFUND");
    expect(found.text).toBe(part);
    expect(found.text.slice(found.start, found.end)).toBe("REFUND");
  });

  it("cuts what is after a match where 148 characters are not enough", () => {
    const whole = `REFUND${" abcdefghij".repeat(13)} wxyz`;
    expect(whole).toHaveLength(6 + 148);
    expect(snippet(whole, "REFUND")).toEqual({ text: whole, start: 0, end: 6 });
    expect(snippet(`${whole}!`, "REFUND").text).toBe(`REFUND${" abcdefghij".repeat(13)}…`);
    expect(snippet(`a b ${whole}`, "REFUND").text).toBe(`a b ${whole}`);
    expect(snippet(`a b ${whole}!`, "REFUND").text).toBe(`a b REFUND${" abcdefghij".repeat(13)}…`);
    expect(snippet(`${words} ${whole}!`, "REFUND").text).toBe(
      `…seven eight nine ten REFUND${" abcdefghij".repeat(13)}…`,
    );
  });

  it("cuts before the last white space near the end", () => {
    const long = "x".repeat(134);
    expect(snippet(`REFUND${long} ab  cd efghijklmnopqrst`, "REFUND").text).toBe(`REFUND${long} ab  cd…`);
    expect(snippet(`REFUND${long} ab   efghijklmnopqrst`, "REFUND").text).toBe(`REFUND${long} ab…`);
    expect(snippet(`REFUND ${"x".repeat(200)}`, "REFUND").text).toBe(`REFUND ${"x".repeat(139)}…`);
    expect(snippet(`${words} REFUND ${"x".repeat(200)}`, "REFUND").text).toBe(
      `…seven eight nine ten REFUND ${"x".repeat(139)}…`,
    );
  });

  it("shows 1,000 characters of a match at most", () => {
    const match = "y".repeat(1200);
    expect(snippet(match.slice(0, 1000), match.slice(0, 1000)).end).toBe(1000);
    const { text, start, end } = snippet(match, match);
    expect(text).toBe(`${"y".repeat(1140)}…`);
    expect([start, end]).toEqual([0, 1000]);
  });

  it("shows a match whole that ends within a sign", () => {
    const text = `REFUND${"\u0301".repeat(400)}`;
    expect(snippetOf(text, { start: 0, end: 6 })).toEqual({ text: "REFUND…", start: 0, end: 6 });
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
