import { describe, expect, it } from "vitest";
import { nameBidiControls, splitAtBidiControls, withoutBidiControls } from "./bidi-controls";
import { decodeEntities } from "./html-entities";
import { contentIn } from "./innermost";
import { leafTexts } from "./leaf-texts";
import { looksLikeMarkdown } from "./looks-like-markdown";
import { readableTexts } from "./readable-texts";

describe("controls that reorder a text", () => {
  it("are left out, cut out by name, or written out", () => {
    const name = "a\u202egpj.exe\u2069";
    expect(withoutBidiControls(name)).toBe("agpj.exe");
    expect(splitAtBidiControls(name)).toEqual([
      { text: "a" },
      { control: "U+202E" },
      { text: "gpj.exe" },
      { control: "U+2069" },
    ]);
    expect(nameBidiControls(name)).toBe("a⟨U+202E⟩gpj.exe⟨U+2069⟩");
  });

  it("may stand alone, side by side, or nowhere", () => {
    expect(splitAtBidiControls("\u202a\u2066x")).toEqual([{ control: "U+202A" }, { control: "U+2066" }, { text: "x" }]);
    expect(splitAtBidiControls("x")).toEqual([{ text: "x" }]);
    expect(splitAtBidiControls("")).toEqual([]);
  });

  it("are not the marks of Arabic and Hebrew", () => {
    expect(withoutBidiControls("\u200e\u200f\u061cx\u2029\u202f\u2065\u206a")).toBe(
      "\u200e\u200f\u061cx\u2029\u202f\u2065\u206a",
    );
  });
});

describe("character references", () => {
  it.each([
    ["&amp;&lt;&gt;&quot;&apos;", "&<>\"'"],
    ["&nbsp;&yuml;&Eacute;&eacute;", "\u00a0ÿÉé"],
    ["&#65;&#x41;&#X1f600;", "AA😀"],
    ["&#1114111;&#x10ffff;", "\u{10ffff}\u{10ffff}"],
    ["&#0;&#1114112;&#xd800;&#xdfff;", "\ufffd\ufffd\ufffd\ufffd"],
    ["&#xd7ff;&#xe000;", "\ud7ff\ue000"],
    ["&unknown; &amp &; &#; &#x; &#12345678;", "&unknown; &amp &; &#; &#x; &#12345678;"],
    ["&amp;lt;", "&lt;"],
    ["&AMP;", "&AMP;"],
  ])("%s reads %j", (written, text) => {
    expect(decodeEntities(written)).toBe(text);
  });
});

describe("the texts in a value", () => {
  const value = { type: "x", items: [{ title: "a", price: 3 }, "b", null, true], title: "c" };

  it("are its texts and numbers in order, with their names where asked", () => {
    expect(leafTexts(value, new Set(["type"]), false)).toEqual(["a", "3", "b", "c"]);
    expect(leafTexts(value, new Set(["items"]), true)).toEqual(["type", "x", "title", "c"]);
    expect(leafTexts("a", new Set(), true)).toEqual(["a"]);
    expect(leafTexts(null, new Set(), true)).toEqual([]);
  });
});

describe("Markdown", () => {
  it.each([
    "# Title",
    "text\n###### Title",
    "```\ncode",
    "> quoted",
    "some **bold** text",
    "the `code` here",
    "[shop](https://a.example)",
    "[call](tel:1)",
    "- one\n- two",
    "1. one\n2) two",
    "  * one\n  * two",
  ])("is %j", (text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });

  it.each([
    "",
    "#tag",
    "####### seven",
    "3 > 2",
    "2 ** 3 ** 4",
    "don`t",
    "[note](later)",
    "- one",
    "1. one",
    "- one\ntext",
    `${"x".repeat(10_000)}\n# Title`,
  ])("is not %j", (text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });
});

describe("the content of a message", () => {
  it.each([
    [{ type: "a", payload: { x: 1 } }, { x: 1 }],
    [{ type: "a", image: { x: 1 } }, { x: 1 }],
    [{ type: "a", payload: { image: { x: 1 } } }, { x: 1 }],
    [{ type: "a", payload: [1] }, [1]],
    [{ type: "a", payload: "text" }, "text"],
    [{ type: "a", image: "text" }, "text"],
    [
      { type: "a", x: 1 },
      { type: "a", x: 1 },
    ],
    [{ payload: { payload: { payload: { payload: { payload: 1 } } } } }, { payload: 1 }],
    [{ payload: { payload: { payload: { payload: { payload: {} } } } } }, { payload: {} }],
    [null, null],
    ["text", "text"],
  ])("of %j is %j", (message, content) => {
    expect(contentIn(message, ["image"])).toEqual(content);
  });

  it("is not what an object inherits", () => {
    const message = { x: 1 };
    expect(contentIn(message, ["constructor", "toString"])).toBe(message);
  });
});

describe("the readable texts of what nobody has described", () => {
  it.each<[data: unknown, texts: string[]]>([
    ["<b>Hello</b>", ["Hello"]],
    ["https://a.example", []],
    ["[1]", []],
    ["123", []],
    [7, []],
    [null, []],
    [{ title: "B", text: "A" }, ["A", "B"]],
    [{ a: { text: "deep" }, comment: "shallow" }, ["shallow", "deep"]],
    [{ Status: true, reason: 3, value: "" }, ["true", "3"]],
    [{ text: '{"a":1}', city: "Ulm" }, ["Ulm"]],
    [{ city: "Ulm", user_id: "abc", url: "x", token: "secret", zip: "89" }, ["Ulm"]],
    [{ one: "a", two: "b", three: "a", four: "c", five: "d" }, ["a", "b", "c"]],
  ])("of %j are %j", (data, texts) => {
    expect(readableTexts(data)).toEqual(texts);
  });
});
