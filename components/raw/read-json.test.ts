import { describe, expect, it } from "vitest";
import { leafText, memberPath, readJson, writeJson } from "./read-json";

describe("readJson", () => {
  it("keeps the digits of numbers that JavaScript would round", () => {
    const text = '{"id":12345678901234567890,"price":1.50,"name":"x"}';
    const json = readJson(text);
    expect(json.readable && writeJson(json.value)).toBe(
      '{\n  "id": 12345678901234567890,\n  "price": 1.50,\n  "name": "x"\n}',
    );
  });

  it("parses an event that is nearly JSON", () => {
    const json = readJson('{"score":NaN,"id":12345678901234567890,}');
    expect(json.readable && writeJson(json.value)).toBe('{\n  "score": "NaN",\n  "id": 12345678901234567890\n}');
  });

  it("reports why text is not JSON", () => {
    expect(readJson('{"a":')).toMatchObject({
      readable: false,
      reason: expect.stringMatching(/^The text is not JSON: /),
    });
  });

  it("builds no tree from deep nesting, and can serialize every tree", () => {
    const nested = (levels: number) => `${'{"a":['.repeat(levels / 2)}1${"]}".repeat(levels / 2)}`;
    expect(readJson(nested(100_000))).toEqual({ readable: false, reason: expect.stringContaining("too deep") });
    const json = readJson(nested(500));
    expect(json.readable && writeJson(json.value)).toMatch(/1[\s\]}]+$/);
  });
});

describe("the tree's texts", () => {
  it("returns paths that can be pasted", () => {
    expect(memberPath(memberPath(memberPath("$", "items"), 0), "first name")).toBe('$.items[0]["first name"]');
  });

  it("distinguishes text from numbers and null", () => {
    expect([leafText("1"), leafText(1), leafText(null), leafText(true)]).toEqual(['"1"', "1", "null", "true"]);
  });
});
