import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { emphasizedLine, markdownLine, markdownLines } from "./markdown-text";

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>["children"][number];

const parse = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

function readBack(node: Node): string {
  switch (node.type) {
    case "text":
      return node.value;
    case "break":
      return "\n";
    case "root":
    case "blockquote":
      return node.children.map(readBack).join("\n\n");
    case "paragraph":
    case "link":
    case "heading":
    case "strong":
    case "emphasis":
      return node.children.map(readBack).join("");
    default:
      return `<<${node.type}>>`;
  }
}

const quoted = (text: string) =>
  readBack(
    parse(
      markdownLines(text)
        .map((line) => `> ${line}`.trimEnd() + (line.endsWith("  ") ? "  " : ""))
        .join("\n"),
    ),
  );

test.each([
  "2023-11-15",
  "a_b and snake_case_name",
  "2 * 3 = 6",
  "Call +1 (555) 010-0100!",
  "3 > 2, 1 <3 & more",
  "C:\\ drive, 50% off. #1 in town",
  "see https://a.example/x_y?z=1&w=2, or a@b.example",
  "[note] and (that)",
  "one\ntwo",
  "Was ist los? – Nichts… „gut“",
  "~5 km",
  "x|y",
  "-5 degrees",
  "1.5 litres",
  "a ` b",
  "2 * 3 * 4",
  "a _ b _ c",
  "~ 5 or ~ 6 km",
  "a ~~~ b~~~",
  "[a] [b]",
  "a] (b)",
  "one * and _ and ~",
  "<3 <4",
  "AT & T; Q&A",
  "#tag",
  "####### seven",
  "1234567890. ten digits",
  "+1 555",
  "=x",
  "--option",
  "a # b",
  "a > b",
  "a - b",
  "a | b",
  "``",
])("%j needs no backslash", (text) => {
  expect(
    markdownLines(text)
      .map((line) => line.trimEnd())
      .join("\n"),
  ).toBe(text);
});

test.each([
  ["1. x", "1\\. x"],
  ["# x", "\\# x"],
  ["- x", "\\- x"],
  ["> x", "\\> x"],
  ["*x*", "\\*x\\*"],
  ["_x_", "\\_x\\_"],
  ["<b>", "\\<b>"],
  ["[x](y)", "\\[x\\]\\(y)"],
  ["![x](y)", "!\\[x\\]\\(y)"],
  ["`x`", "\\`x\\`"],
  ["~~x~~", "\\~\\~x\\~\\~"],
  ["&amp;", "\\&amp;"],
  ["---", "\\---"],
  ["a\\*b", "a\\\\*b"],
  ["###### x", "\\###### x"],
  ["#", "\\#"],
  ["+ x", "\\+ x"],
  ["*", "\\*"],
  ["123456789) x", "123456789\\) x"],
  ["===", "\\==="],
  ["* * *", "\\* * *"],
  ["```", "\\```"],
  ["~~~", "\\~~~"],
  ["|-|-|", "\\|-|-|"],
  [" x", "\u00a0x"],
  ["\tx y", "\u00a0\u00a0\u00a0\u00a0x y"],
  ["  *x*", "\u00a0\u00a0\\*x\\*"],
  ["a _b_ c", "a \\_b\\_ c"],
  ["&#38;", "\\&#38;"],
  ["<*x@y.zz>", "\\<*x\\@y.zz>"],
  ["<1@y.zz>", "\\<1\\@y.zz>"],
  ["[x]: y", "\\[x\\]: y"],
])("%j becomes %j", (text, written) => {
  expect(markdownLines(text)).toEqual([written]);
});

test("a blank line begins a paragraph, any other line break is kept", () => {
  expect(markdownLines("a\nb\n\n\nc\n\nd")).toEqual(["a  ", "b", "", "c", "", "d"]);
  expect(markdownLines("\n\na\n\n")).toEqual(["a"]);
  expect(markdownLines("")).toEqual([]);
});

test.each([
  ["C #", "C \\#"],
  ["C ##", "C \\##"],
  ["C#", "C#"],
  ["# 1", "# 1"],
  ["*x*", "\\*x\\*"],
  ["2 * 3", "2 * 3"],
])("the title %j is written %j", (title, written) => {
  expect(markdownLine(title)).toBe(written);
});

test.each([
  ["2 * 3", "2 \\* 3"],
  ["a_b", "a_b"],
  ["Bo", "Bo"],
])("the name %j is written %j", (name, written) => {
  expect(emphasizedLine(name)).toBe(written);
});

const unit = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(..."*_`~[]()<>#+-.!|&:\\/=@1 \n\n".split("")) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "a",
      "b",
      " ",
      "é",
      "word",
      "**",
      "](",
      "&amp;",
      "<b>",
      "http://a.b/",
      "www.a.b",
      "x@y.zz",
      "1. ",
      "- ",
      "|-|",
      "---",
      "```",
      "[^a]:",
      "[ ] ",
      "\t",
    ),
  },
);

/** As rendered: no white space at the end of a line, no blank lines around it or in a row. */
const normal = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{2,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");

test("any text is rendered as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (written) => {
      const text = normal(written);
      const shown = text.replace(/^[ \t]+/gm, (indent) => indent.replaceAll("\t", "    ").replaceAll(" ", "\u00a0"));
      expect(quoted(text)).toBe(shown);
    }),
    { numRuns: 5000 },
  );
});

test("a title and a name are rendered as they were", () => {
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 20 }), (written) => {
      const line = written.replace(/\s+/g, " ").trim();
      if (line === "") return;
      expect(readBack(parse(`# ${markdownLine(line)}`))).toBe(line);
      expect(readBack(parse(`**${emphasizedLine(line)}** · then`))).toBe(`${line} · then`);
    }),
    { numRuns: 3000 },
  );
});
