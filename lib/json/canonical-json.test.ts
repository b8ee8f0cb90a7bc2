import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json";

describe("canonicalJson", () => {
  it.each([
    ['{"b": 1, "a": [true, null, "x"]}', '{"a":[true,null,"x"],"b":1}'],
    ['{"\\u00bf": "\\/"}', '{"¿":"/"}'],
    ['{"a": {"d": {}, "c": []}}', '{"a":{"c":[],"d":{}}}'],
    ['{"a": 1, "a": 2}', '{"a":2}'],
    ['{"__proto__": {"x": 1}, "constructor": 2}', '{"__proto__":{"x":1},"constructor":2}'],
    ["[9007199254740992, 9007199254740993]", "[9007199254740992e0,9007199254740993e0]"],
    ["[1.0, 10e-1, 1E0, 100e-2, 1e2, -0, 0.0, -1.50]", "[1,1,1,1,100,0,0,-15e-1]"],
    ["[1e999, 1e1000, 10e998]", "[1e999,1e1000,1e999]"],
    ['"\\ud800"', '"\\ud800"'],
    ['["\\\\", "\\"", "\\u0000"]', '["\\\\","\\"","\\u0000"]'],
    [" 12 ", "12"],
    ["\ttrue\n", "true"],
  ])("writes %s as %s", (json, expected) => expect(canonicalJson(json)).toBe(expected));

  it("does not depend on the order of keys, spacing or escapes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.stringify(value);
        const shuffled = JSON.stringify(reversed(value), null, 2);
        const escaped = plain.replace(
          /[\u0080-\uffff]/g,
          (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
        );
        expect(canonicalJson(shuffled)).toBe(canonicalJson(plain));
        expect(canonicalJson(escaped)).toBe(canonicalJson(plain));
      }),
    );
  });

  it("keeps the value and is idempotent", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const canonical = canonicalJson(JSON.stringify(value));
        expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(canonical)).toBe(canonical);
      }),
    );
  });

  it("handles deep nesting", () => {
    const deep = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;
    expect(canonicalJson(deep("[ ", " ]", 10_000))).toBe(deep("[", "]", 10_000));
    expect(canonicalJson(deep('{ "a" : ', "}", 100_000))).toHaveLength(6 * 100_000 + 1);
    expect(canonicalJson(deep("[", "]", 500_000))).toHaveLength(1_000_001);
  });

  it("is different for all published samples", () => {
    const samples = readdirSync("lib/samples").filter((name) => name.endsWith(".json"));
    const texts = samples.map((name) => canonicalJson(readFileSync(`lib/samples/${name}`, "utf8")));
    expect(new Set(texts).size).toBe(samples.length);
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
