import { describe, expect, it } from "vitest";
import { prettyLines } from "./pretty-json";

const drawn = (text: string) =>
  prettyLines(text).map(({ indent, tokens }) => "  ".repeat(indent) + tokens.map((token) => token.text).join(""));

describe("pretty-printed JSON", () => {
  it("keeps every token as written", () => {
    expect(drawn('{"a" : [1.0, {"b":{}, "c":"x, {y}"}],\n"d":[] }')).toEqual([
      "{",
      '  "a":[',
      "    1.0,",
      "    {",
      '      "b":{},',
      '      "c":"x, {y}"',
      "    }",
      "  ],",
      '  "d":[]',
      "}",
    ]);
  });

  it("distinguishes keys, strings and literals, each with its position", () => {
    const [, line] = prettyLines('{"time":"now","n":12}');
    expect(line?.tokens).toEqual([
      { text: '"time"', kind: "key", start: 1 },
      { text: ":", kind: "sign", start: 7 },
      { text: '"now"', kind: "string", start: 8 },
      { text: ",", kind: "sign", start: 13 },
    ]);
  });

  it.each([
    ['{"events":[{"a":1', ["{", '  "events":[', "    {", '      "a":1']],
    ['{"a":"never ends', ["{", '  "a":"never ends']],
    ["}}]", ["}", "}", "]"]],
    ["no JSON at all", ["noJSONatall"]],
  ])("formats invalid JSON: %s", (text, lines) => {
    expect(drawn(text)).toEqual(lines);
  });
});
