import fc from "fast-check";
import { expect, test } from "vitest";
import { literalLines, plainLines } from "./plain-lines";
import { plainText } from "./plain-text";

test.each([
  ["Ana\n12 Long Road\n\n- two lamps\n- one cable", "Ana\n12 Long Road\n\n- two lamps\n- one cable"],
  ["<p>One</p><p>Two</p>", "One\n\nTwo"],
  ["<p>One</p>\n<p>Two</p>\n", "One\n\nTwo"],
  ["One<br>Two<br/>Three<br><br>Four", "One\nTwo\nThree\n\nFour"],
  ["<div>One</div><div>Two</div>", "One\nTwo"],
  ["Buy <b>now</b>:<ul><li>lamps</li><li>a <i>cable</i></li></ul>Thanks", "Buy now:\n\n- lamps\n- a cable\n\nThanks"],
  ["<ol>\n<li>one</li>\n<li>two<ul><li>a</li></ul></li>\n</ol>", "1. one\n2. two\n  - a"],
  ["<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a | b\n1 | 2"],
  ["line one\r\nline two\u2028three  \n\n\n", "line one\nline two\nthree"],
  ["  indented\n    more", "  indented\n    more"],
  ["Fish &amp; chips\n&lt;b&gt;", "Fish & chips\n<b>"],
  ["1 <3 and <order number>\nnext", "1 <3 and <order number>\nnext"],
  ["<script>alert(1)</script>", "<script>alert(1)</script>"],
  ["\n\n", ""],
  ["", ""],
])("%j reads as %j", (html, lines) => {
  expect(plainLines(html)).toBe(lines);
});

test("a visitor's text stays as typed", () => {
  const typed = "Why does <select> not open?\n<!-- my note --> &amp; <b>bold</b>";
  expect(literalLines(typed)).toBe(typed);
});

const unit = fc.constantFrom(
  "<p>",
  "</p>",
  "<br>",
  "<ul>",
  "<li>",
  "</ul>",
  "<td>",
  "<b>",
  "<",
  ">",
  "<!--",
  "-->",
  " ",
  "\n",
  "word",
  "&amp;",
);

test("has the same words as the one-line text", () => {
  const words = (text: string) => text.replace(/[-|\s]|\d\. /g, "");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (html) => {
      expect(words(plainLines(html))).toBe(words(plainText(html)));
    }),
    { numRuns: 2000 },
  );
});
