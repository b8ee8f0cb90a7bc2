import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldForSearch, foldText, foldWithPlaces } from "./fold-for-search";

describe("foldForSearch", () => {
  it.each([
    ["Straße", "STRASSE"],
    ["STRAẞE", "strasse"],
    ["İstanbul", "istanbul"],
    ["ILIK", "ılık"],
    ["ΟΔΟΣ", "οδοσ"],
    ["ｶﾞﾗｽ ＡＢＣ", "ガラス abc"],
    ["ﬁle", "FILE"],
    ["line\r\n\tone", " line one "],
    ["Äpfel", "A\u0308PFEL"],
  ])("%j and %j match each other", (one, other) => {
    expect(foldForSearch(one)).toBe(foldForSearch(other));
  });

  it.each<[kind: string, string[]]>([
    ["apostrophes", ["don't", "don’t", "don‘t", "don‛t", "donʼt", "don′t", "don＇t", "don`t", "don´t"]],
    ["quotation marks", ['"x"', "“x”", "„x“", "«x»", "＂x＂", "〝x〞", "″x‟"]],
    ["single quotation marks", ["'x'", "‘x’", "‚x‘", "‹x›"]],
    ["dashes", ["2020-2021", ..."‐‑‒–—―−﹣－﹘".split("").map((dash) => `2020${dash}2021`)]],
    ["soft hyphens", ["donaudampf", "Donau\u00addampf", "Do\u00adnau\u00ad\u00addampf"]],
    [
      "zero-width characters",
      ["refund", "re\u200bfund", "re\u200cfund", "re\u2060fund", "\ufeffrefund", "re\u200dfund"],
    ],
    ["bidi controls", ["refund", "\u200erefund\u200f", "\u202arefund\u202c", "\u2067refund\u2069", "re\u061cfund"]],
    ["tatweel", ["مرحبا", "مرحـبا", "مـــرحبا"]],
    ["Arabic vowels", ["مرحبا", "مَرْحَبًا"]],
    ["Hebrew points", ["שלום", "שָׁלוֹם"]],
    ["spaces", ["a b", "a\u00a0b", "a\u202fb", "a\u3000b", " a\t\nb ", "a\u2009\u2003b"]],
    ["ellipses", ["wait...", "wait…", "wait‥."]],
    [
      "accents",
      ["cafe de jose, tieng viet", "Café de José, Tiếng Việt", "Cafe\u0301 de Jose\u0301, Tiê\u0301ng Viê\u0323t"],
    ],
    ["strokes", ["dong smorrebrod lodz", "đồng smørrebrød Łódź"]],
    ["Hangul", ["한글", "\u1112\u1161\u11ab\u1100\u1173\u11af", "하\u11ab글"]],
    ["Arabic keyboards", ["كيف", "کیف"]],
    ["flags", ["🇺🇸🇪🇸", "🇺🇸\u200b🇪🇸"]],
  ])("of %s is the same", (_kind, texts) => {
    expect(new Set(texts.map(foldForSearch))).toEqual(new Set([foldForSearch(texts[0] ?? "")]));
  });

  it.each([
    ["か", "が"],
    ["は", "ぱ"],
    ["क", "कि"],
    ["ก", "กี"],
    ["и", "й"],
    ["a b", "ab"],
    ["👍", "👍🏽"],
    ["👍🏻", "👍🏽"],
    ["👩‍👩‍👧", "👩👩👧"],
    ["🇩🇪", "🇫🇷"],
    ["🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
    ["1", "1\u20e3x"],
    ["a¨b", "a b"],
    ["a˘b", "a¨b"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(foldForSearch(one)).not.toBe(foldForSearch(other));
  });

  it("keeps emoji and wildcards", () => {
    expect(foldForSearch("Café 👩‍👩‍👧 ❤\ufe0f 100%_\\")).toBe("cafe 👩‍👩‍👧 ❤ 100%_\\");
  });

  it.each([
    ["", ""],
    ["   ", ""],
    ["\t a \0\n", "a"],
    ["Мой йод", "мой йод"],
    ["مؤمن", "مؤمن"],
    ["が", "が"],
    ["a¨b", "a¨b"],
    ["م\ufe71", "م"],
    ["é\u0301\u0300", "e"],
    ["a \u0301b", "a b"],
    ["\u0301", ""],
    ["\ud800a\udc00", "\ufffda\ufffd"],
    ["ﬃ".repeat(200), "ffi".repeat(200)],
    ["ﷺ".repeat(40), Array(40).fill("صلي الله عليه وسلم").join("")],
  ])("folds %j to %j", (text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
  });

  it.each([
    ["first", "\u0300"],
    ["last", "\u036f"],
    ["Cyrillic", "\u0483"],
    ["last Cyrillic", "\u0489"],
    ["first Hebrew", "\u0591"],
    ["lone Hebrew", "\u05bf"],
    ["last Arabic vowel", "\u065f"],
    ["superscript alef", "\u0670"],
    ["last half mark", "\ufe2f"],
  ])("omits the %s accent", (_kind, accent) => {
    expect(foldForSearch(`x${accent}y`)).toBe("xy");
  });

  it.each(["\u0482", "\u05be", "\u05c0", "\u0660", "\u0671", "\u093e", "\u3099"])("keeps %j", (sign) => {
    expect(foldForSearch(`x${sign}y`)).not.toBe("xy");
  });

  // Databases store these code points, so they must not change.
  it.each([
    ["🇦🇦", "\u{f2000}"],
    ["🇩🇪", "\u{f2052}"],
    ["🇪🇩", "\u{f206b}"],
    ["🇿🇿", "\u{f22a3}"],
  ])("uses a separate code point for the flag %s", (flag, point) => {
    expect(foldForSearch(flag)).toBe(point);
  });

  it("does not match a flag in the halves of two others", () => {
    expect(foldForSearch("🇺🇸🇪🇸")).toContain(foldForSearch("🇪🇸"));
    expect(foldForSearch("🇺🇸🇪🇸")).not.toContain(foldForSearch("🇸🇪"));
  });

  it.each([
    ["cafe", null],
    ["café", ["", "", "", "\u0301"]],
    ["éa", ["\u0301", ""]],
    ["é b", ["\u0301", "", ""]],
    ["é ", ["\u0301"]],
    ["ǽ", ["", "\u0301"]],
    ["ﬁ\u0301", ["", "\u0301"]],
    ["ø", ["\u0338"]],
    ["ǿ", ["\u{1066c9}"]],
    ["ế", ["\u{10603f}"]],
    ["👍é", ["", "", "\u0301"]],
    ["İ", null],
    ["ï", ["\u0308"]],
    ["ż", ["\u0307"]],
    ["i\u0308\u0307", ["\u{1060ff}"]],
    ["a \u0301b", null],
    ["가", null],
    ["が", null],
  ])("keeps the accents of %j separately", (text, accents) => {
    expect(foldText(text).accents).toEqual(accents);
  });

  it("returns the source position of each letter", () => {
    expect(foldWithPlaces(" a\u0301 \n ﬁ\0")).toEqual({
      plain: "a fi",
      accents: ["\u0301", "", "", ""],
      starts: [1, 3, 6, 6],
      ends: [3, 6, 7, 8],
    });
    expect(foldWithPlaces("")).toEqual({ plain: "", accents: null, starts: [], ends: [] });
  });

  it("is idempotent, and returns text that both databases can store", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const folded = foldForSearch(text);
        expect(foldForSearch(folded)).toBe(folded);
        expect(folded).not.toContain("\0");
        expect(folded.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  }, 120_000);
});
