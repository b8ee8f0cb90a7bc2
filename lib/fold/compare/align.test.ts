import fc from "fast-check";
import { expect, it } from "vitest";
import { align } from "./align";

const alignTexts = (a: string, b: string) =>
  align({ lengthA: a.length, lengthB: b.length, score: (i, j) => (a[i] === b[j] ? 1 : 0), best: 1 });
const show = (a: string, b: string) =>
  alignTexts(a, b)
    .map((pair) => `${a[pair.a ?? -1] ?? "-"}${b[pair.b ?? -1] ?? "-"}`)
    .join(" ");

it("pairs equal elements, and leaves the rest unpaired", () => {
  expect(show("", "")).toBe("");
  expect(show("abc", "abc")).toBe("aa bb cc");
  expect(show("abc", "")).toBe("a- b- c-");
  expect(show("abxd", "abyzd")).toBe("aa bb x- -y -z dd");
  expect(show("axb", "bax")).toBe("-b aa xx b-");
});

it("prefers the better match", () => {
  // The second of b equals the first of a; the first of b is only similar.
  const scores = [[1, 2]];
  expect(align({ lengthA: 1, lengthB: 2, score: (i, j) => scores[i]?.[j] ?? 0, best: 2 })).toEqual([
    { a: null, b: 0 },
    { a: 0, b: 1 },
  ]);
});

it("returns every index once, in order, with as many pairs as possible", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 40 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const pairs = alignTexts(a, b);
      expect(
        pairs.flatMap((pair) => pair.a ?? []),
        "places of a",
      ).toEqual([...a].map((_, place) => place));
      expect(
        pairs.flatMap((pair) => pair.b ?? []),
        "places of b",
      ).toEqual([...b].map((_, place) => place));
      const matched = pairs.filter((pair) => pair.a !== null && pair.b !== null);
      for (const pair of matched) expect(a[pair.a ?? -1]).toBe(b[pair.b ?? -1]);
      expect(matched.length).toBe(longestCommonSubsequence(a, b));
    }),
  );
});

it("does the same for sequences whose table does not fit into memory", () => {
  const a = Array.from({ length: 1500 }, (_, place) => (place * 7919) % 23);
  const b = Array.from({ length: 1400 }, (_, place) => (place * 104_729) % 29);
  const pairs = align({ lengthA: a.length, lengthB: b.length, score: (i, j) => (a[i] === b[j] ? 1 : 0), best: 1 });
  const matched = pairs.filter((pair) => pair.a !== null && pair.b !== null);
  expect(matched.length).toBe(longestCommonSubsequence(a, b));
});

function longestCommonSubsequence(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (let i = 0; i < a.length; i += 1) {
    const row = [0];
    for (let j = 0; j < b.length; j += 1)
      row.push(a[i] === b[j] ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0));
    above = row;
  }
  return above.at(-1) ?? 0;
}
