import { expect, test } from "vitest";
import { Pairing } from "@/lib/conversation/prompts/exchanges";
import { eventLines } from "@/lib/event-types/event-lines";
import { readEvent } from "@/lib/event-types/read-event";
import { searchTextOf } from "@/lib/event-types/search-text";
import type { Event } from "@/lib/events/event";
import { fold } from "@/lib/fold/fold";
import { chosenBy } from "@/lib/messages/chosen-by";
import { readMessage } from "@/lib/messages/read-message";
import { foldText } from "@/lib/search/fold-for-search";
import { slowMessages } from "@/lib/testing/texts/slow-texts";
import { plainText } from "./plain-text";

const texts = (count: number, text = "Choice") => Array.from({ length: count }, (_, index) => `${text} ${index}`);

/** Messages with `count` repeated parts of one kind. */
const shapes: Record<string, (count: number) => unknown> = {
  buttons: (count) => ({ type: "button", payload: { buttons: texts(count).map((title) => ({ title })) } }),
  "list items": (count) => ({
    type: "list",
    payload: { list: { sections: [{ items: texts(count).map((title) => ({ title, description: title })) }] } },
  }),
  cards: (count) => ({ type: "carousel", payload: { cards: texts(count).map((title) => ({ title, text: title })) } }),
  options: (count) => ({ type: "options", payload: { options: texts(count).map((text) => ({ id: text, text })) } }),
  "form answers": (count) => ({
    type: "form.response",
    payload: { fields: texts(count).map((label) => ({ label, variable: label, value: label })) },
  }),
  variables: (count) => ({
    type: "javascript.response",
    payload: { variables: texts(count).map((name) => ({ name, value: 1 })) },
  }),
  "chosen buttons": (count) => ({ type: "button.response", payload: { body: texts(count) } }),
  "a choice with commas": (count) => ({ type: "button.response", payload: { body: texts(count).join(",") } }),
  "order items": (count) => ({
    type: "order",
    payload: { items: texts(count).map((name) => ({ name, quantity: 1, price: 1, currency: name })) },
  }),
  "poll options": (count) => ({ type: "poll", payload: { question: "?", options: texts(count) } }),
  "flow answers": (count) => ({
    type: "flow.response",
    payload: {
      response_json: JSON.stringify(Object.fromEntries(texts(count, "screen_0_x").map((name) => [name, name]))),
    },
  }),
  "template values": (count) => ({
    type: "template",
    payload: {
      name: "x",
      body: "{{1}}".repeat(count),
      components: [{ type: "body", parameters: texts(count).map((text) => ({ text })) }],
    },
  }),
  "unknown fields": (count) => ({
    type: "text",
    text: "Hi",
    more: Object.fromEntries(texts(count).map((name) => [name, name])),
  }),
  "an unknown type": (count) => ({ type: "hologram", payload: texts(count).map((title) => ({ title })) }),
  "open brackets": (count) => ({
    type: "button",
    payload: { buttons: texts(count, "<".repeat(20)).map((title) => ({ title })) },
  }),
  nothing: (count) => ({ type: "text", text: "\0\u3164".repeat(count) }),
};

function say(message: unknown, id: number, by = "bot"): Event {
  const payload = { message_by: { type: by }, message };
  const timestamp = `2026-01-01 00:00:${String(id).padStart(2, "0")}`;
  const raw = JSON.stringify({ event: { type: "message", payload }, conversation: { key: "k" }, timestamp });
  return readEvent({ id: String(id), raw, receivedAt: "2026-01-01T00:00:00.000000Z", deliveryId: "1" });
}

/** Everything that storing a message computes. */
function store(message: unknown): void {
  const event = say(message, 1);
  foldText(searchTextOf(event));
  fold([event]);
}

/** Everything that pages and transcripts additionally compute. */
function read(message: unknown): void {
  const events = [say(message, 1), say(message, 2, "visitor"), say(message, 3)];
  const pairing = new Pairing();
  for (const event of events) pairing.add(event);
  pairing.exchanges();
  for (const event of events) eventLines(event);
  const isChosen = chosenBy(readMessage(message));
  for (const title of texts(500)) isChosen(title, -1);
}

/** Shapes by approximate message size in characters. */
const bySize = Object.fromEntries(
  Object.entries(shapes).map(([kind, shape]) => {
    const each = JSON.stringify(shape(1000)).length / 1000;
    return [kind, (size: number) => shape(Math.round(size / each))];
  }),
);

test.each(Object.entries(bySize))(
  "a megabyte of %s is stored in time",
  (kind, make) => {
    expect(slowMessages(store, { [kind]: make })).toEqual([]);
  },
  120_000,
);

test.each(Object.entries(bySize))(
  "a third of a megabyte of %s is read in time",
  (kind, make) => {
    expect(slowMessages(read, { [kind]: (size) => make(size / 3) })).toEqual([]);
  },
  120_000,
);

test.each(["<", "<!--", "<script>", "<a ", '<a ">x" ', "&", "?", "?__wotbid=1", "<b>", "¿·", "<a '\">"])(
  "a megabyte of %j becomes plain text in time",
  (piece) => {
    const repeated = (size: number) => piece.repeat(size / piece.length);
    expect(slowMessages(plainText, { [piece]: repeated })).toEqual([]);
  },
  120_000,
);
