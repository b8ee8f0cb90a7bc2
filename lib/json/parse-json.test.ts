import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInexactNumber } from "./exact-numbers";
import { parseJson, parseRaw } from "./parse-json";

describe("parseJson", () => {
  it.each([
    ["12345678901234567890", "12345678901234567890"],
    ["9007199254740993", "9007199254740993"],
    ["-9007199254740993", "-9007199254740993"],
    ["9007199254740992", 9007199254740992],
    ["1.10", "1.10"],
    ["0.1000", "0.1000"],
    ["1e400", "1e400"],
    ["-1e400", "-1e400"],
    ["1E5", "1E5"],
    ["1e5", "1e5"],
    ["-0", "-0"],
    ["-0.0", "-0.0"],
    ["1.0", "1.0"],
    ["0.1000000000000000055", "0.1000000000000000055"],
    ["42", 42],
    ["3.5", 3.5],
    ["-3.5", -3.5],
    ["0", 0],
    ["0.1", 0.1],
    ["1693577612.141788", 1693577612.141788],
    ["1e-7", 1e-7],
  ])("parses %s as %j", (json, value) => {
    expect(parseJson(json)).toBe(value);
    expect(parseJson(`{"a":[1,${json}],"b": ${json}\n,"c":{"d":\t${json}}}`)).toEqual({
      a: [1, value],
      b: value,
      c: { d: value },
    });
    expect(isInexactNumber(json)).toBe(typeof value === "string");
  });

  it("keeps strings unchanged, whatever their content", () => {
    for (const text of ["[1.10,9007199254740993]", '":1.10', "\\", ':"1e400', "x, -0"]) {
      expect(parseJson(JSON.stringify([text, { [text]: text }]))).toEqual([text, { [text]: text }]);
      expect(parseJson(`{${JSON.stringify(text)}:1.10}`)).toEqual({ [text]: "1.10" });
    }
  });

  it("equals JSON.parse for what JavaScript writes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1), (value, space) => {
        const json = JSON.stringify(value, null, space);
        expect(parseJson(json)).toEqual(JSON.parse(json));
      }),
    );
  });

  it("keeps the digits of every number", () => {
    const number = fc.stringMatching(/^-?(0|[1-9]\d{0,25})(\.\d{1,25})?([eE][+-]?\d{1,3})?$/);
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        expect((parseJson(`[${numbers.join(" , ")}]`) as unknown[]).map(String)).toEqual(numbers);
      }),
    );
  });

  it("parses any depth", () => {
    const deep = `${'[{"a":'.repeat(50_000)}9007199254740993${"}]".repeat(50_000)}`;
    expect(() => parseJson(deep)).not.toThrow();
    expect(() => parseRaw(deep.replace("9007199254740993", "NaN,"))).not.toThrow();
  });

  it.each(["", "{", "01", "1.", "[1.10", "nul", "+1", ".5", "-", "1.10x", "NaN", "[1,]"])("rejects %j", (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });
});

describe("parseRaw", () => {
  it.each([
    ['{"a":NaN,"b":[Infinity,-Infinity]}', { a: "NaN", b: ["Infinity", "-Infinity"] }],
    ['{"a":[1,2,],"b":{"c":1 , },}', { a: [1, 2], b: { c: 1 } }],
    ['{"a":"line\nbreak\tand\u0000"}', { a: "line\nbreak\tand\u0000" }],
    ['{/* one } */"a":1,// two "\n"b":2}', { a: 1, b: 2 }],
    ["[1, /* x */ ]", [1]],
    ['{"a":None,"b":True,"c":False,"d":undefined}', { a: null, b: true, c: false, d: null }],
    ['{"a":"NaN, // no comment /* */ ,]"}', { a: "NaN, // no comment /* */ ,]" }],
    ['{"a":NaN,"b":9007199254740993}', { a: "NaN", b: "9007199254740993" }],
    ['{"a":"\\ud800"}', { a: "\ud800" }],
  ])("parses %j", (text, value) => expect(parseRaw(text)).toEqual(value));

  it.each(["[1,,2]", "{a:1}", "['a']", '["a', "NaNN", "/*", '["\\x"]'])("rejects %j", (text) => {
    expect(() => parseRaw(text)).toThrow(SyntaxError);
  });
});
