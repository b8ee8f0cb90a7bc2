/** Texts of `size` UTF-16 units that are the worst case of something, by description. */
export const worstTexts: Readonly<Record<string, (size: number) => string>> = {
  "stacked marks": (size) => `a${"\u0301\u0316".repeat(size / 2)}`,
  "letters with marks": repeated("e\u0323\u0302"),
  "one long word": repeated("a"),
  "many words": repeated("ab cd "),
  "different words": (size) => {
    const words = Array.from({ length: size / 6 }, (_, place) => (place + 50_000).toString(36).padStart(5, "x"));
    return words.join(" ");
  },
  "words of another script": repeated("привет мир "),
  ideographs: repeated("返金をお願いします"),
  "line breaks": repeated("\n"),
  "short lines": repeated("a\n\n"),
  spaces: repeated(" "),
  NULs: repeated("\0"),
  "lone surrogates": repeated("\ud83d"),
  "emoji joiners": repeated("👩\u200d"),
  "zero-width joiners": repeated("\u200d"),
  flags: repeated("🇩🇪"),
  "bidi controls": repeated("\u202e"),
  "opening brackets": repeated("["),
  "closing brackets": repeated("]"),
  "nested parentheses": (size) => "(".repeat(size / 2) + ")".repeat(size / 2),
  links: repeated("[a](b) "),
  "unfinished links": repeated("[a]("),
  addresses: repeated("https://a.b/c?d=e "),
  "an address without end": (size) => `https://a.b/${"(".repeat(size)}`,
  "table cells": (size) => `|a|b|\n|-|-|\n${"|a".repeat(size / 2)}`,
  pipes: repeated("|"),
  "list items": repeated("- a\n"),
  "nested list items": (size) =>
    Array.from({ length: Math.sqrt(size * 2) }, (_, depth) => `${" ".repeat(depth)}- a`).join("\n"),
  quotations: repeated("> "),
  emphasis: repeated("_*"),
  asterisks: repeated("*a "),
  backticks: repeated("`"),
  "backticks of all lengths": (size) =>
    Array.from({ length: Math.sqrt(size * 2) }, (_, length) => "`".repeat(length)).join("a"),
  "numbers with separators": repeated("0_"),
  digits: repeated("7"),
  "nested tags": repeated("<b>"),
  "unfinished tags": repeated("<b "),
  "attributes without end": repeated('<a href="'),
  comments: repeated("<!--"),
  "angle brackets": repeated("<"),
  ampersands: repeated("&"),
  entities: repeated("&amp;"),
  "unfinished entities": repeated("&#x"),
  variables: repeated("\u00bf\u00b7$user.info.A\u00b7? "),
  "unfinished variables": repeated("\u00bf\u00b7"),
  braces: repeated("{{a}} "),
  quotes: repeated('"'),
  backslashes: repeated("\\"),
  "quoted words": repeated('"a\\" '),
  filters: repeated("label:a -b "),
  dots: repeated("a."),
  "at signs": repeated("a@"),
};

function repeated(unit: string): (size: number) => string {
  return (size) => unit.repeat(size / unit.length);
}
