import { expect, test } from "vitest";
import { identifier } from "@/lib/events/identifier";
import { isBlank } from "./is-blank";

const invisible = [
  ...["", " ", "\u00a0", "\u200b", "\u200c\u200d", "\u2060", "\u3164", "\uffa0", "\u115f\u1160", "\u2800", "\ufeff"],
  ...[
    "\u200e\u200f\u061c",
    "\u202a\u202e",
    "\u2066\u2069",
    "\u00ad",
    "\ufe0f",
    "\u{e0100}",
    "\u3000",
    "\u2003",
    "\u180e",
  ],
  ...["\t\r\n", "\u0085", "\u2028", "\u034f", "\u{1d159}", " \u00a0\u200b\u3164 ", "&nbsp;", "&#8203; &#x3164;", "\0"],
];

test.each(invisible.map((text) => ({ text: JSON.stringify(text), sent: text })))("$text is blank", ({ sent }) => {
  expect(isBlank(sent)).toBe(true);
  expect(identifier(sent)).toBeNull();
});

test.each(["a", "\u200ba", "0", ".", "👍", "👨‍👩‍👧", "نام", "가", "&amp;", "& nbsp", "\u0301a", "-"])(
  "%s is not",
  (text) => {
    expect(isBlank(text)).toBe(false);
    expect(identifier(text)).toBe(text);
  },
);
