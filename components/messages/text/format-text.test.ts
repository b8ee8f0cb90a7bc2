import type { Nodes } from "hast";
import { describe, expect, test } from "vitest";
import { formatText } from "./format-text";

const textOf = (node: Nodes): string =>
  node.type === "text" ? node.value : "children" in node ? node.children.map(textOf).join("") : "";
const nodesIn = (node: Nodes): number =>
  1 + ("children" in node ? node.children.reduce((sum, child) => sum + nodesIn(child), 0) : 0);

test.each([
  "Why does <select> not open?",
  "<!-- my note --> here",
  "<b>bold</b> **stars**",
  "AT&amp;T",
  "# no heading",
])("a visitor's text stays as typed: %s", (typed) => {
  const { tree, leftOut } = formatText(typed, "literal");
  expect(textOf(tree)).toBe(typed);
  expect(leftOut).toEqual([]);
});

test.each<[html: string, shown: string, leftOut: string[]]>([
  ["Hi <iframe src='https://v.example/1'></iframe>", "Hi https://v.example/1", ["<iframe>"]],
  ["Pick <select><option>one</option></select>!", "Pick one!", ["<option>", "<select>"]],
  ["Hi <!-- note --> you", "Hi  you", ["<!-- -->"]],
  ["Hi <script>alert(1)</script> you", "Hi  you", ["<script>"]],
  ['<a href="javascript:alert(1)">x</a>', "x", ["an unsafe link"]],
  ["<p style='color:red' class='x'>plain</p> <font color=red>words</font>", "plain words", []],
])("%s: removed markup is listed", (html, shown, leftOut) => {
  const formatted = formatText(html, "html");
  expect(textOf(formatted.tree)).toBe(shown);
  expect([...formatted.leftOut].sort()).toEqual(leftOut);
});

test("an unknown HTML tag stays in Markdown", () => {
  expect(textOf(formatText("**Send** <order number> please", "markdown").tree)).toBe("Send <order number> please");
});

describe("a megabyte of the worst text", () => {
  const worst =
    "_*|<b>|<p>|a|`|[|](|- |a\n|# a\n|> |&amp;|\u202e|http://a.b |a@b.co |www.a.b/(|<td>|<!-- -->|¿·a·?|a\u0301\u0316|<a href=x>|\n".split(
      "|",
    );

  test.each(
    worst.flatMap((unit) => (["literal", "html", "markdown"] as const).map((reading) => [unit, reading] as const)),
  )(
    "%j as %s is rendered with few elements, and all of its text",
    (unit, reading) => {
      for (const size of [10_000, 1_000_000]) {
        const text = unit.repeat(size / unit.length);
        const before = process.cpuUsage();
        const { tree } = formatText(text, reading);
        expect(nodesIn(tree)).toBeLessThan(8000);
        expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
      }
    },
    20_000,
  );

  test("a table of millions of cells", () => {
    const table = `${"|".repeat(2000)}\n${"|-".repeat(2000)}|\n${"a|\n".repeat(1000)}`;
    expect(nodesIn(formatText(table, "markdown").tree)).toBeLessThan(8000);
  });

  test("a normal AI answer keeps its formatting", () => {
    const answer = `## Returns\n\n1. **Pack** it\n2. Print the [label](https://a.example/label)\n\n| size | fee |\n|---|---|\n| S | 3 € |\n\n`;
    expect(formatText(answer.repeat(8), "markdown").layout).toBe("blocks");
  });
});
