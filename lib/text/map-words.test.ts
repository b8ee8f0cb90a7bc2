import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { messageText, readMessageLines } from "@/lib/messages/message-text";
import { messageTypes } from "@/lib/messages/message-types";
import { readMessage } from "@/lib/messages/read-message";
import { asHtml, mapWords } from "./map-words";

const fixtures = readdirSync("lib/messages/fixtures")
  .filter((name) => name.endsWith(".json"))
  .flatMap((name): unknown[] => JSON.parse(readFileSync(`lib/messages/fixtures/${name}`, "utf8")));
const typed = [
  "Why does <select> not open?",
  "a <!-- note --> b",
  "<b>bold</b>",
  "AT&amp;T &lt;x&gt;",
  "<script>x</script> y",
];

test.each(typed)("%s stays as the visitor typed it", (text) => {
  expect(messageText({ type: "text", text }, "visitor")).toBe(text);
});

test("a bot's HTML is parsed as HTML", () => {
  expect(messageText({ type: "text", text: "<b>bold</b> AT&amp;T" }, "bot")).toBe("bold AT&T");
});

test.each(Object.keys(messageTypes))("%s: no word of a visitor is lost or escaped twice", (type) => {
  const ofType = fixtures.filter((message) => readMessage(message).type === type);
  expect(ofType.length).toBeGreaterThan(0);
  for (const message of ofType) {
    const text = messageText(replaced(message, "<select>&lt;"), "visitor");
    expect(text).not.toMatch(/&amp;|&lt;select/);
    // The text of a message is either computed or exactly what was sent.
    expect(text.replaceAll(/<select>&lt;/gi, "")).not.toMatch(/[<&]/);
  }
});

test("returns content without markup unchanged", () => {
  const content = { text: "plain", list: [{ value: 1 }], nothing: null };
  expect(mapWords(content, asHtml)).toBe(content);
});

test.each(fixtures.map((message) => [message]))("%j has the same words in lines as in one line", (message) => {
  for (const by of ["visitor", "bot"]) {
    const words = (text: string) => text.replace(/[-|\s]|\d\. /g, "");
    expect(words(readMessageLines(readMessage(message), by))).toBe(words(messageText(message, by)));
  }
});

test.each([
  [{ type: "text", text: "one\n\n- two\n<b>" }, "visitor", "one\n\n- two\n<b>"],
  [{ type: "text", text: "<p>one</p><p>two<br>three</p>" }, "bot", "one\n\ntwo\nthree"],
  [
    { type: "form.response", payload: { fields: [{ label: "Address", value: "12 Long Road\nSpringfield" }] } },
    "visitor",
    "Address: 12 Long Road\nSpringfield",
  ],
  [{ type: "button", payload: { title: "Which?<br>Choose", buttons: [{ title: "A" }] } }, "bot", "Which?\nChoose A"],
])("the lines of %j by a %s", (message, by, lines) => {
  expect(readMessageLines(readMessage(message), by)).toBe(lines);
});

const unchanged = new Set(["type", "bot", "picker", "link", "value", "script"]);

function replaced(value: unknown, text: string): unknown {
  if (typeof value === "string") return text;
  if (Array.isArray(value)) return value.map((one) => replaced(one, text));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, unchanged.has(key) ? one : replaced(one, text)]),
  );
}
