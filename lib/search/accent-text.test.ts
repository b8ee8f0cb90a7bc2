import { describe, expect, it } from "vitest";
import { accentPattern, accentText } from "./accent-text";
import { foldText } from "./fold-for-search";

describe("the text that is stored for queries with accents", () => {
  it.each([
    ["Café", "c\u034fa\u034ff\u034fe\u0301"],
    ["é à", "e\u0301 \u034fa\u0300"],
    ["👍é", "👍\u034fe\u0301"],
    ["100% é", "1\u034f0\u034f0\u034f%\u034f \u034fe\u0301"],
  ])("of %s has one code point for each letter's accents", (text, stored) => {
    expect(accentText(foldText(text))).toBe(stored);
  });

  it.each(["", "Cafe", "👍", "İstanbul"])("of %j is none", (text) => {
    expect(accentText(foldText(text))).toBeNull();
  });
});

describe("the pattern that looks for it", () => {
  it.each([
    ["Café", "c_a_f_e\u0301"],
    ["👍é", "👍_e\u0301"],
    ["5% _\\é", "5_\\%_ _\\__\\\\_e\u0301"],
  ])("of %s has a wildcard for any accents of a letter without", (text, pattern) => {
    expect(accentPattern(foldText(text))).toBe(pattern);
  });

  it("of a text without accents is none", () => {
    expect(accentPattern(foldText("cafe 50%"))).toBeNull();
  });
});
