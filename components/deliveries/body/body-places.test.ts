import { describe, expect, it } from "vitest";
import { partsOf, placeOfByte } from "./body-places";
import { hexLines } from "./hex-lines";

describe("placeOfByte", () => {
  it("counts bytes, not characters", () => {
    const text = 'é👍\n{"a":}';
    for (const [index, sign] of [
      [0, "é"],
      [1, "👍"],
      [3, "\n"],
      [9, "}"],
    ] as const) {
      const byte = new TextEncoder().encode(text.slice(0, index)).length;
      expect(placeOfByte(text, byte).index).toBe(index);
      expect(text.slice(index).startsWith(sign)).toBe(true);
    }
    expect(placeOfByte(text, 12)).toEqual({ index: 9, line: 2, column: 6 });
    expect(placeOfByte(text, 3)).toMatchObject({ index: 1 });
    expect(placeOfByte(text, 999)).toMatchObject({ index: text.length });
    expect(placeOfByte("\ufeff{x", 4)).toMatchObject({ index: 2 });
  });
});

describe("partsOf", () => {
  it("returns the whole text, split at the errors", () => {
    const text = "ab👍cd";
    const faults = [
      { index: 6, reason: "ends" },
      { index: 2, reason: "odd" },
      { index: 2, reason: "odd again" },
    ];
    const parts = partsOf(text, faults);
    expect(parts.map((part) => part.text).join("")).toBe(text);
    expect(parts.map((part) => [part.start, part.fault])).toEqual([
      [0, null],
      [2, "odd"],
      [4, null],
      [6, "ends"],
    ]);
    expect(partsOf("", [])).toEqual([]);
  });

  it("marks the whole invalid value", () => {
    const text = '{"timestamp": "yester\\"day", "key": 12.5}';
    const marked = (index: number) => partsOf(text, [{ index, reason: "odd" }]).find(({ fault }) => fault)?.text;
    expect([marked(14), marked(36), marked(0)]).toEqual(['"yester\\"day"', "12.5", "{"]);
  });
});

describe("hexLines", () => {
  it("prints bytes with their ASCII characters", () => {
    const bytes = Uint8Array.from([0x7b, 0x22, 0x00, 0xff, ...Array.from({ length: 14 }, () => 0x41)]);
    expect(hexLines(bytes, 0, 2)).toEqual([
      { offset: 0, bytes: ["7b", "22", "00", "ff", ...Array(12).fill("41")], signs: '{"··AAAAAAAAAAAA' },
      { offset: 16, bytes: ["41", "41"], signs: "AA" },
    ]);
  });
});
