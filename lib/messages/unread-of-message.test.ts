import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { messageSearchText } from "./message-search-text";
import { messageText } from "./message-text";
import { readMessage } from "./read-message";
import { unreadOfMessage } from "./unread-of-message";

const searchText = (message: unknown) =>
  messageSearchText(readMessage(message), { line: messageText(message), by: undefined });

const fixtures: unknown[] = readdirSync("lib/messages/fixtures")
  .filter((file) => file.endsWith(".json"))
  .flatMap((file): unknown[] => JSON.parse(readFileSync(`lib/messages/fixtures/${file}`, "utf8")));
const samples: unknown[] = readdirSync("lib/samples")
  .filter((file) => file.startsWith("message."))
  .map((file) => JSON.parse(readFileSync(`lib/samples/${file}`, "utf8")).events[0].event.payload.message);

test.each(samples.map((sample) => ({ sample })))(
  "a published message has no field that is not shown: $sample",
  ({ sample }) => {
    expect(unreadOfMessage(readMessage(sample))).toEqual([]);
  },
);

describe("fields outside the schema", () => {
  test.each([
    [{ type: "text", text: "Hi", priority: "high" }, [{ path: "priority", value: "high" }]],
    [{ type: "text", text: "Hi", payload: { text: "Other words" } }, [{ path: "payload.text", value: "Other words" }]],
    [
      { type: "button", payload: { title: "Hi", text: "Both", buttons: [{ title: "A", badge: { text: "New" } }] } },
      [
        { path: "payload.text", value: "Both" },
        { path: "payload.buttons[0].badge.text", value: "New" },
      ],
    ],
    [
      {
        type: "button",
        payload: { buttons: [{ title: "A", callback: '{"web_url":"https://a.example","sku":"K-1"}' }] },
      },
      [{ path: "payload.buttons[0].callback.sku", value: "K-1" }],
    ],
    [
      { type: "image", payload: { link: "https://a.example/x.png", width: 20, blank: "\u3164", none: null } },
      [{ path: "payload.width", value: 20 }],
    ],
    [
      { type: "text", text: "Hi", tags: ["a", ["b"]] },
      [
        { path: "tags[0]", value: "a" },
        { path: "tags[1][0]", value: "b" },
      ],
    ],
    [
      { type: "javascript.response", payload: { variables: { "\u00bf\u00b7plan\u00b7?": "pro", tier: { level: 2 } } } },
      [],
    ],
    [{ type: "hologram", payload: { a: 1 } }, []],
  ])("%j", (message, unread) => {
    expect(unreadOfMessage(readMessage(message))).toEqual(unread);
  });

  test("values nested deeper than a page can show are reported, too", () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5000)}"x"${"}".repeat(5000)}`);
    expect(unreadOfMessage(readMessage({ type: "text", text: "Hi", deep }))).toHaveLength(1);
  });
});

/** Adds a field with a unique word to every object of a message, one at a time. */
function* withCanaries(message: unknown): Generator<{ place: string; message: unknown }> {
  const places: (readonly string[])[] = [];
  const visit = (value: unknown, path: readonly string[]) => {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value)) places.push(path);
    for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name]);
  };
  visit(message, []);
  for (const path of places) {
    for (const canary of ["canary7", ["canary7"], { inner: [{ deepest: "canary7" }] }]) {
      const copy = structuredClone(message);
      const parent = path.reduce<unknown>((value, name) => Reflect.get(Object(value), name), copy);
      Reflect.set(Object(parent), "zz_unknown", canary);
      yield { place: path.join("."), message: copy };
    }
  }
}

test("an unknown field at any depth of any message is unread or kept whole, and found by search", () => {
  const tried = [...samples, ...fixtures].flatMap((message) => [...withCanaries(message)]);
  expect(tried.length).toBeGreaterThan(500);
  const missed = tried.filter(({ message }) => !searchText(message).includes("canary7"));
  expect(missed).toEqual([]);
});

test.each([
  [
    {
      type: "list",
      payload: {
        title: "Pick",
        list: { title: "Open", sections: [{ items: [{ title: "A", description: "Blue one" }] }] },
        footer: "Till Friday",
      },
    },
    ["Blue one", "Till Friday", "Open"],
  ],
  [{ type: "carousel", payload: { cards: [{ title: "A", description: "Steel" }] } }, ["Steel"]],
  [{ type: "image", payload: { link: "https://a.example/x.png", caption: "The lid" } }, ["The lid"]],
  [{ type: "text", text: "Yes", context: { id: "wamid.1", body: "Is it broken?" } }, ["Is it broken?"]],
  [{ type: "hologram", payload: { shape: "cube", deep: { edge: 17 } } }, ["cube", "17", "edge"]],
])("search finds what %j says beyond its line", (message, words) => {
  const text = searchText(message);
  for (const word of words) expect(text).toContain(word);
});
