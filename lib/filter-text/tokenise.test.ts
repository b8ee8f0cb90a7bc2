import { expect, it } from "vitest";
import { tokenise } from "./tokenise";

const text = (start: number, written: string) => ({
  start,
  end: start + written.length,
  isNegative: false,
  subject: null,
  operator: null,
  value: { text: written, isQuoted: false, isClosed: true, start, end: start + written.length },
});

it("places every part of a term", () => {
  expect(tokenise(' -label:"a b" x')).toEqual([
    {
      start: 1,
      end: 13,
      isNegative: true,
      subject: { kind: "filter", name: "label", start: 2, end: 7 },
      operator: { text: ":", start: 7, end: 8 },
      value: { text: "a b", isQuoted: true, isClosed: true, start: 8, end: 13 },
    },
    text(14, "x"),
  ]);
  expect(tokenise('var."a b">=5')).toEqual([
    {
      start: 0,
      end: 12,
      isNegative: false,
      subject: { kind: "variable", name: "a b", start: 0, end: 9 },
      operator: { text: ">=", start: 9, end: 11 },
      value: { text: "5", isQuoted: false, isClosed: true, start: 11, end: 12 },
    },
  ]);
  expect(tokenise("colour:red")).toMatchObject([{ subject: { kind: "filter", name: "colour", start: 0, end: 6 } }]);
});

it.each([
  ['label:"a', "a", 8],
  ['label:"a\\"', 'a"', 10],
  ['label:"a\\', "a\\", 9],
  ['label:"', "", 7],
])("reads what is not closed to the end: %s", (written, value, end) => {
  expect(tokenise(written)).toMatchObject([{ end, value: { text: value, isQuoted: true, isClosed: false, end } }]);
});

it.each(["10:30", "https://a.example", "a=b", "a", "x-label"])("takes %s as text", (written) => {
  expect(tokenise(`${written} `)).toEqual([text(0, written)]);
});

it("has no terms in white space", () => {
  expect(tokenise("")).toEqual([]);
  expect(tokenise(" \t\u00a0\n")).toEqual([]);
});

it("takes the names of other filters", () => {
  const isSize = (name: string) => name === "size";
  expect(tokenise("size>5", isSize)).toMatchObject([{ subject: { kind: "filter", name: "size" } }]);
  expect(tokenise("messages>5", isSize)).toMatchObject([{ subject: null }]);
});
