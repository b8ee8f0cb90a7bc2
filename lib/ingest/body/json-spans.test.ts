import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elementSpans, memberSpans } from "./json-spans";

describe("json spans", () => {
  it("are the exact texts of an array's elements", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom("", " ", "\n\t"), (values, space) => {
        const texts = values.map((value) => JSON.stringify(value, null, space.length));
        const json = `[${space}${texts.join(`${space},${space}`)}${space}]`;
        expect(elementSpans(json, 0).map(({ start, end }) => json.slice(start, end))).toEqual(texts);
      }),
    );
  });

  it("contain all values of a key; JSON.parse uses the last one", () => {
    const json = ' { "a" : [1, "]}\\"" ] , "b":{"a":0},"\\u0061":  2 }';
    const texts = memberSpans(json)
      .get("a")
      ?.map(({ start, end }) => json.slice(start, end));
    expect(texts).toEqual(['[1, "]}\\"" ]', "2"]);
  });

  it("are found at any depth", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const texts = elementSpans(`[${deep},1,"[[",{"a":[]}]`, 0).map(({ start, end }) => end - start);
    expect(texts).toEqual([200_000, 1, 4, 8]);
  });
});
