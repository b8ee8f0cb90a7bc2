import fc from "fast-check";
import { expect, test } from "vitest";
import { safeLink } from "./safe-link";
import { splitAtLinks } from "./split-at-links";

const linksIn = (text: string) => splitAtLinks(text).flatMap(({ text: shown, link }) => (link === null ? [] : [shown]));

test.each<[text: string, links: string[]]>([
  ["https://en.wikipedia.org/wiki/Mercury_(planet)", ["https://en.wikipedia.org/wiki/Mercury_(planet)"]],
  ["(see https://a.example/x_(y)).", ["https://a.example/x_(y)"]],
  ["[https://a.example/x]", ["https://a.example/x"]],
  ["https://www.google.com/maps/@23.0225,72.5714,15z", ["https://www.google.com/maps/@23.0225,72.5714,15z"]],
  ["https://a.example/Schindler's_List, then", ["https://a.example/Schindler's_List"]],
  ["'https://a.example/x'", ["https://a.example/x"]],
  ['"https://a.example/x"', ["https://a.example/x"]],
  ["<https://a.example/x>", ["https://a.example/x"]],
  ["Is it https://a.example/x?", ["https://a.example/x"]],
  ["https://a.example/x?y=1&z=[2]; https://b.example!", ["https://a.example/x?y=1&z=[2]", "https://b.example"]],
  ["HTTPS://A.EXAMPLE/X", ["HTTPS://A.EXAMPLE/X"]],
  ["www.example.com/a", ["www.example.com/a"]],
  ["http://localhost:3000/x http://10.0.0.1/y", ["http://localhost:3000/x", "http://10.0.0.1/y"]],
  ["请看https://example.com/a。谢谢", ["https://example.com/a"]],
  ["（https://example.com/a）", ["https://example.com/a"]],
  ["https://münchen.example/straße", ["https://münchen.example/straße"]],
  ["first.last+tag@mail.example.com, ok", ["first.last+tag@mail.example.com"]],
  ["mailto:help@example.com", ["mailto:help@example.com"]],
  ["tel:+1-555-0100.", ["tel:+1-555-0100"]],
  ["https://bank.example@evil.example/x", []],
  ["https://user:secret@evil.example/x", []],
  ["javascript:alert(1) data:text/html,x ftp://a.example/x //evil.example/x", []],
  ["version 1.2.3 of setup.py and notes.md, 12:30", []],
  ["", []],
])("%j", (text, links) => {
  expect(linksIn(text)).toEqual(links);
});

test("keeps every character, and returns only links that are safe to follow", () => {
  const unit = fc.constantFrom(
    "https://",
    "www.",
    "a",
    ".example",
    "/",
    "(",
    ")",
    "'",
    ",",
    "@",
    "。",
    "看",
    " ",
    "tel:+155",
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      const pieces = splitAtLinks(text);
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      expect(pieces.filter(({ link }) => link !== null && safeLink(link)?.href !== link)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});
