import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText } from "./plain-text";

describe("plainText", () => {
  test.each([
    ["Hello", "Hello"],
    ["<p>One</p><p>Two</p>", "One Two"],
    ["<b>bo</b>ld", "bold"],
    ["Fish &amp; chips &euro;5 &#8211; caf&eacute; &#x1F600;", "Fish & chips €5 – café 😀"],
    ["&unknown; &amp;amp;", "&unknown; &amp;"],
    ["a < b and c > d", "a < b and c > d"],
    ["<order number>", "<order number>"],
    ["x<!-- hidden -->y", "xy"],
    ["<!-- never closed", "<!-- never closed"],
    ["Hi<script>alert(1)</script> there", "Hi there"],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
    ['<img src="x" alt="A kettle"> boils', "A kettle boils"],
    ['<a title="a > b" href="x">link</a>', "link"],
    ["line\n\n  break\u00a0here", "line break here"],
    ["safe\u202egpj.exe", "safegpj.exe"],
    ["\u00bf\u00b7$user.info.Name\u00b7?", "{visitor_name}"],
    ["https://a.example/?x=1&amp;__wotbid=2&amp;y=3", "https://a.example/?x=1&y=3"],
    ["", ""],
  ])("%j reads as %j", (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  test("never throws and never returns a line break", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("<", ">", "/", "b", "script", "!--", "-->", '"', "'", "&", "#", ";", " ", "\n", "x"),
        }),
        (html) => {
          expect(plainText(html)).not.toMatch(/[\n\r\t]/);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
