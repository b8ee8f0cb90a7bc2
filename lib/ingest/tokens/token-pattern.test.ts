import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenPattern } from "./token-pattern";

type Unit = "bytes" | "characters";

const units = ["bytes", "characters"] as const;
/** One character per byte. */
const asBytes = (text: string) => Buffer.from(text).toString("latin1");
const textIn = (unit: Unit, text: string) => (unit === "bytes" ? asBytes(text) : text);
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const escapes = (text: string) =>
  Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");
const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
const inCapitals = (text: string) => text.replaceAll(/[a-f]/g, (digit) => digit.toUpperCase());

/** Encodings of a token by senders. */
const spellings: Record<string, (token: string) => string> = {
  plain: (token) => token,
  JSON: json,
  "JSON in JSON": (token) => json(json(token)),
  "JSON in JSON in JSON": (token) => json(json(json(token))),
  "a slash that is escaped": (token) => json(token).replaceAll("/", "\\/"),
  escaped: escapes,
  "escaped in capitals": (token) => inCapitals(escapes(token)),
  "escaped in JSON": (token) => json(escapes(token)),
  "percent-encoded": percent,
  "percent-encoded in capitals": (token) => inCapitals(percent(token)),
  "as a part of an address": encodeURIComponent,
  "JSON in an address": (token) => encodeURIComponent(json(token)),
  "in a form": (token) => encodeURIComponent(token).replaceAll("%20", "+"),
};

const character = fc.constantFrom(...'abcxyzABCXYZ0189+/="\\ é€😀_-.~ÿĀ');
const tokens = fc
  .array(character, { minLength: 8, maxLength: 16 })
  .map((all) => `k${all.join("")}Z`)
  .filter((token) => encodeURIComponent(token).length < 200);

function found(token: string, unit: Unit, text: string): string[] {
  return [...text.matchAll(tokenPattern(token, unit))].map(([match]) => match);
}

describe("the pattern of a token", () => {
  it.each(Object.entries(spellings))("matches it %s, whatever its characters, and nothing around it", (_, spelled) => {
    fc.assert(
      fc.property(tokens, fc.constantFrom(...units), (token, unit) => {
        const text = textIn(unit, spelled(token));
        expect(found(token, unit, `<${text}>, {"${text}"}`)).toEqual([text, text]);
      }),
      { numRuns: 40 },
    );
  });

  it.each(units)("does not match a token with one different character, in %s", (unit) => {
    fc.assert(
      fc.property(tokens, fc.nat(), (token, lot) => {
        const characters = [...token];
        const place = lot % characters.length;
        const own = characters[place] ?? "";
        const others = ["q", "w", "+", "\\"].filter((character) => character !== own);
        for (const character of others) {
          const other = characters.with(place, character).join("");
          for (const spelled of Object.values(spellings)) {
            // In a form, a plus is a space.
            if (own === " " && character === "+" && spelled(other).includes("+")) continue;
            expect(found(token, unit, textIn(unit, spelled(other)))).toEqual([]);
          }
        }
        // A letter is never escaped by a backslash alone.
        if (place > 0 && /\w/.test(own) && !token.includes("\\"))
          expect(found(token, unit, textIn(unit, characters.with(place, `\\${own}`).join("")))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("matches Latin-1 among bytes, and no more of them", () => {
    const latin1 = (text: string) => Buffer.from(text, "latin1").toString("latin1");
    expect(found("schlüssel-wort", "bytes", latin1("<schlüssel-wort>"))).toEqual(["schl\u00fcssel-wort"]);
    expect(found("schlÿssel-wort", "bytes", "schl\u00ffssel-wort")).toEqual(["schl\u00ffssel-wort"]);
    expect(found("schlĀssel-wort", "bytes", "schl\u0100ssel-wort")).toEqual([]);
    expect(found("schlüssel-wort", "characters", asBytes("schlüssel-wort"))).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4])("matches Base64 after %i bytes, with the characters that it shares", (before) => {
    const token = "t0ken-cases+/~~>>?ÿ";
    for (const behind of ["", "x", "xy", "xyz"]) {
      for (const encoding of ["base64", "base64url"] as const) {
        const whole = Buffer.from("u".repeat(before) + token + behind).toString(encoding);
        const [match = "", ...more] = found(token, "bytes", `Basic ${whole}"`);
        expect(more).toEqual([]);
        const start = whole.indexOf(match);
        // Every character with some of its bits, and at most one more on each side.
        const first = Math.floor((before * 8) / 6);
        const end = Math.ceil(((before + Buffer.byteLength(token)) * 8) / 6);
        expect([first - 1, first]).toContain(start);
        expect([end, end + 1]).toContain(start + match.length);
      }
    }
  });

  it.each([
    ['{"a":"short"}', ["short"]],
    ['{"a": "short" }', ["short"]],
    ["{'a':'short'}", ["short"]],
    ["token=short&a=b", ["short"]],
    ["a=b&token=short", ["short"]],
    ["a=b&token=short\n", ["short"]],
    [" short ", ["short"]],
    ["short", ["short"]],
    ['{"a":"a short one"}', []],
    ['{"a":"shorter"}', []],
    ['{"short":"a"}', []],
    ['{"short" : "a"}', []],
    ['{"type":"short"}', []],
    ['{"timestamp" : "short"}', []],
    ["a=shorter&b=c", []],
    ["a=is+short&b=c", []],
    ["the short", []],
    ["short of", []],
  ])("matches a short token only as a whole value: %s", (text, expected) => {
    for (const unit of units) expect(found("short", unit, text)).toEqual(expected);
    const isLong = text.replaceAll("short", "long-token");
    expect(found("long-token", "bytes", isLong)).toEqual(["long-token"]);
    expect(found("seven-7", "bytes", "is seven-7 short")).toEqual([]);
    expect(found("eight-88", "bytes", "is eight-88 long")).toEqual(["eight-88"]);
  });

  it("matches digits that are not part of a longer number", () => {
    const text = '12345678, x12345678, "12345678", 123456789, 012345678';
    expect(found("12345678", "bytes", text)).toHaveLength(3);
    expect(found("1234567x", "bytes", "91234567x1")).toHaveLength(1);
    expect(found("x1234567", "bytes", "9x12345671")).toHaveLength(1);
  });

  it("does not match a key that is a word", () => {
    const text = '{"conversation": 1, "conversation" : 2, "a":"conversation"}, conversation';
    expect(found("conversation", "bytes", text)).toHaveLength(2);
    expect(found("_a_word_", "bytes", '{"_a_word_":1}')).toHaveLength(0);
    for (const token of ["conversation1", "1conversation", "Conversation"]) {
      expect(found(token, "bytes", `{"${token}":1}`)).toEqual([token]);
    }
  });

  it("is compiled once per token, for the last thousand", () => {
    const first = tokenPattern("a-first-token", "bytes");
    expect(tokenPattern("a-first-token", "bytes")).toBe(first);
    expect(tokenPattern("a-first-token", "characters")).not.toBe(first);
    expect(tokenPattern("a-first-token", "bytes")).toBe(first);
    for (let other = 0; other < 900; other++) tokenPattern(`token-number-${other}`, "bytes");
    const last = tokenPattern("a-last-token", "bytes");
    for (let other = 0; other < 200; other++) tokenPattern(`more-of-them-${other}`, "bytes");
    expect(tokenPattern("a-first-token", "bytes")).not.toBe(first);
    expect(tokenPattern("a-first-token", "bytes")).toEqual(first);
    expect(last.source).toBe(tokenPattern("a-last-token", "bytes").source);
  });
});
