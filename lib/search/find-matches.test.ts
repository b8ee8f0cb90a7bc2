import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMatches } from "./find-matches";
import { foldForSearch } from "./fold-for-search";

function marked(text: string, ...query: string[]): string[] {
  return findMatches(text, query).map(({ start, end }) => text.slice(start, end));
}

describe("findMatches", () => {
  it.each([
    ["Is the Refund sent?", "refund", ["Refund"]],
    ["Die STRASSE, die Straße", "straße", ["STRASSE", "Straße"]],
    ["A\u0308pfel und Äpfel", "äpfel", ["A\u0308pfel", "Äpfel"]],
    ["the ﬁle", "fi", ["ﬁ"]],
    ["the ﬁle", "e f", ["e ﬁ"]],
    ["ｶﾞﾗｽのｸﾞﾗｽ", "ガラス", ["ｶﾞﾗｽ"]],
    ["ㄱㅏ나다", "가", ["ㄱㅏ"]],
    ["İSTANBUL ıstanbul", "istanbul", ["İSTANBUL", "ıstanbul"]],
    ["ΟΔΟΣ οδος", "οδοσ", ["ΟΔΟΣ", "οδος"]],
    ["\u{1f469}\u200d\u{1f469}\u200d\u{1f467} hello \u{1f64f}", "hello \u{1f64f}", ["hello \u{1f64f}"]],
    ["配送はいつになりますか？", "いつ", ["いつ"]],
    ["one\r\n\t two", "one two", ["one\r\n\t two"]],
    ["a.b a*b (a", "a*b", ["a*b"]],
    ["𝐑𝐞𝐟𝐮𝐧𝐝 now", "refund", ["𝐑𝐞𝐟𝐮𝐧𝐝"]],
    ["مرحبا بالعالم", "بالعالم", ["بالعالم"]],
    ["aaaa", "aa", ["aa", "aa"]],
    ["Café, cafe, CAFE\u0301, cafè", "cafe", ["Café", "cafe", "CAFE\u0301", "cafè"]],
    ["Café, cafe, CAFE\u0301, cafè", "café", ["Café", "CAFE\u0301"]],
    ["José and Jose at the café", "jose and jose at the café", ["José and Jose at the café"]],
    ["Tiếng Việt", "tieng viêt", []],
    ["đồng, dong", "dong", ["đồng", "dong"]],
    ["đồng, dong", "đồng", ["đồng"]],
    ["I don’t, don´t", "don't", ["don’t", "don´t"]],
    ["2020–2021", "2020-2021", ["2020–2021"]],
    ["Do\u00adnau\u200bdampf", "donaudampf", ["Do\u00adnau\u200bdampf"]],
    ["👍🏽 👍", "👍", ["👍🏽", "👍"]],
    ["👍🏽 👍🏻", "👍🏽", ["👍🏽"]],
    ["🇺🇸🇪🇸", "🇸🇪", []],
    ["nothing", "else", []],
    ["anything", " ", []],
    ["", "a", []],
    ["がか", "か", ["か"]],
    ["각가", "가", ["가"]],
    ["istanbul", "İSTANBUL", ["istanbul"]],
    ["naive, naïve", "naïve", ["naïve"]],
    ["zycie, życie", "życie", ["życie"]],
    ["aether, ǽther", "ǽther", ["ǽther"]],
    ["cafe\u00ad\u0301", "café", ["cafe\u00ad\u0301"]],
    ["refund\0\0.", "refund", ["refund\0\0"]],
  ])("finds in %j of %j: %j", (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected);
  });

  it("prefers the earliest of several texts, and the longest of those at the same position", () => {
    for (const query of [
      ["card", "refund", "refund of"],
      ["refund of", "refund", "card"],
      ["card", "refund of", "refund"],
    ]) {
      expect(marked("refund of the card", ...query)).toEqual(["refund of", "card"]);
    }
  });

  it("marks those of several texts that occur", () => {
    expect(marked("refund of the card", "invoice", "card")).toEqual(["card"]);
    expect(marked("refund of the card", "card", "", "invoice")).toEqual(["card"]);
    expect(marked("refund of the card", "invoice", "order")).toEqual([]);
    expect(marked("refund of the card")).toEqual([]);
  });

  it("merges two matches within one character", () => {
    expect(findMatches("a ﬁx", ["f", "ix"])).toEqual([{ start: 2, end: 4 }]);
    expect(findMatches("ﬃ", ["f"])).toEqual([{ start: 0, end: 1 }]);
    expect(findMatches("ﬁx", ["f", "x"])).toEqual([
      { start: 0, end: 1 },
      { start: 1, end: 2 },
    ]);
  });

  it("stops at the limit, with the last match complete", () => {
    const all = [
      { start: 0, end: 1 },
      { start: 2, end: 3 },
      { start: 4, end: 5 },
    ];
    expect(findMatches("a a a", ["a"], 2)).toEqual(all.slice(0, 2));
    expect(findMatches("a a a", ["a"], 3)).toEqual(all);
    expect(findMatches("a a a", ["a"])).toEqual(all);
    expect(findMatches("ﬁx fix", ["f", "ix"], 1)).toEqual([{ start: 0, end: 2 }]);
  });

  it("marks a letter with all of its marks, however many", () => {
    expect(marked(`x${"e"}${"\u0301".repeat(40)}y`, "e")).toEqual([`e${"\u0301".repeat(40)}`]);
  });

  it("finds ranges whose normalized text contains the query, in any text", () => {
    const tricky = fc.constantFrom(
      ..."aAi\u0307İıſßẞﬁΣςσ\u0301\u0300\u0323\u0315ㄱㅏ\uffa1\uffc2\u1100\u1161\u11a8ｶﾞ \t\u00a0\u00a8\u200d\0\ud800\udc00\u{1d400}\u0344\u0fb2\u0f80",
    );
    const text = fc.string({ unit: fc.oneof(tricky, fc.string({ unit: "binary", minLength: 1, maxLength: 1 })) });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat({ max: 6 }), (whole, from, length) => {
        const folded = foldForSearch(whole);
        const query = foldForSearch(folded.slice(from % (folded.length + 1)).slice(0, length + 1));
        fc.pre(query !== "" && folded.includes(query));
        const matches = findMatches(whole, [query]);
        expect(matches.length).toBeGreaterThan(0);
        for (const { start, end } of matches) {
          expect(foldForSearch(whole.slice(start, end))).toContain(query);
        }
        // The text between two matches ends where the next begins.
        for (const [place, match] of matches.entries())
          expect(match.start).toBeGreaterThanOrEqual(matches[place - 1]?.end ?? 0);
      }),
      { numRuns: 500 },
    );
  }, 120_000);
});
