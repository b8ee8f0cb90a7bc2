import { describe, expect, it } from "vitest";
import { foldText } from "./fold-for-search";
import { finder, isFound, isNamed, nameKey, namer, placeOf } from "./is-found";

describe("a text", () => {
  it.each([
    ["refund", "Is the REFUND sent?"],
    ["cafe", "Un café"],
    ["café", "Un CAFÉ"],
    ["jose at the café", "José at the café"],
    ["é", "e é"],
    ["ss", "Straße"],
    ["", "anything"],
    ["\u200b", "anything"],
    ["refund", "refund"],
  ])("%j is found in %j", (query, text) => {
    expect(isFound(foldText(query), foldText(text))).toBe(true);
    expect(finder(query)(text)).toBe(true);
  });

  it.each([
    ["café", "cafe"],
    ["café", "cafè"],
    ["café", "cafe, é"],
    ["refund", "refun"],
    ["refund", ""],
    ["か", "が"],
  ])("%j is not found in %j", (query, text) => {
    expect(isFound(foldText(query), foldText(text))).toBe(false);
    expect(finder(query)(text)).toBe(false);
  });
});

describe("a name", () => {
  it.each([
    ["zoe", "Zoë"],
    ["ZOË", "Zoë"],
    ["Straße", "STRASSE"],
    ["needs review", "Needs\u00a0 Review"],
    ["", ""],
  ])("%j names %j", (query, name) => {
    expect(isNamed(foldText(query), foldText(name))).toBe(true);
    expect(namer(query)(name)).toBe(true);
  });

  it.each([
    ["zoë", "Zoe"],
    ["zoë", "Zoé"],
    ["zo", "Zoë"],
    ["zoe b", "Zoë"],
    ["", "Zoë"],
  ])("%j does not name %j", (query, name) => {
    expect(isNamed(foldText(query), foldText(name))).toBe(false);
    expect(namer(query)(name)).toBe(false);
  });

  it("has one key in any case, another with other accents", () => {
    expect(nameKey("VIP")).toBe("vip");
    expect(nameKey("ZOË")).toBe("z\u034fo\u034fe\u0308");
    expect(nameKey("Zoe")).toBe("zoe");
  });
});

describe("the place of a text", () => {
  it.each([
    ["a", "banana", 0, 1],
    ["a", "banana", 1, 1],
    ["a", "banana", 2, 3],
    ["a", "banana", 6, -1],
    ["é", "e é é", 0, 2],
    ["é", "e é é", 3, 4],
    ["é", "e e", 0, -1],
    ["éé", "eéé", 0, 1],
  ])("%j in %j from %i on: %i", (query, text, from, place) => {
    expect(placeOf(foldText(query), foldText(text), from)).toBe(place);
  });
});
