import { describe, expect, it } from "vitest";
import { answerType } from "./answer-type";
import { messageIds } from "./message-ids";
import { messageText } from "./message-text";
import { definitionOf, readMessage } from "./read-message";
import { allFields } from "./unread-fields";

describe("a message that is not recognised", () => {
  it.each([
    [undefined, null, null, "the message is not an object"],
    ["text", null, null, "the message is not an object"],
    [[{ type: "text" }], null, null, "the message is not an object"],
    [{ text: "a" }, null, null, "the message has no type"],
    [{ type: "" }, null, null, "the message has no type"],
    [{ type: 7 }, null, null, "the message has no type"],
    [{ type: "hologram" }, null, "hologram", "the message type hologram is unknown"],
    [{ type: "Text" }, "text", "Text", "text is missing"],
    [{ type: "text", text: {} }, "text", "text", "text: expected text, got an object"],
    [{ type: "text", text: ["a"] }, "text", "text", "text: expected text, got a list"],
    [{ type: "text", text: null }, "text", "text", "text: expected text, got null"],
  ])("%j says why", (sent, type, sentType, reason) => {
    expect(readMessage(sent)).toEqual({ recognised: false, type, sentType, reason, sent });
  });

  it.each([
    [{ type: "hologram", payload: { title: "<b>Hi</b>", text: "there" } }, "bot", "Hologram: there · Hi"],
    [{ type: "hologram", payload: { title: "<b>Hi</b>" } }, "visitor", "Hologram: <b>Hi</b>"],
    [{ type: "hologram_card", payload: { x: 1 } }, "bot", "Unrecognised message (hologram_card)"],
    [{ payload: { title: "Hi" } }, "bot", "Hi"],
    [{ x: 1 }, "bot", "Unrecognised message"],
    [null, "bot", "Unrecognised message"],
    ["Just words", "bot", "Just words"],
  ])("%j of the %s reads %j", (sent, by, text) => {
    expect(messageText(sent, by)).toBe(text);
  });
});

describe("the type of a message", () => {
  it.each([
    ["text", "text"],
    [" TEXT ", "text"],
    ["button.response", "button.response"],
    ["survey.response", "response"],
    ["survey.responses", null],
    ["constructor", null],
    ["", null],
  ])("%j is defined as %j", (sentType, type) => {
    expect(definitionOf(sentType)?.type ?? null).toBe(type);
  });

  it.each([
    [{ type: "button", button: { text: "Yes", payload: "yes" } }, "interactive.response"],
    [{ type: "button", payload: { title: "?", buttons: [{ title: "A" }] } }, "button"],
    [{ type: "interactive", interactive: { button_reply: { id: "1", title: "A" } } }, "interactive.response"],
    [{ type: "interactive", interactive: { list_reply: { id: "1", title: "A" } } }, "interactive.response"],
    [{ type: "interactive", interactive: { nfm_reply: { name: "flow", response_json: "{}" } } }, "flow.response"],
  ])("%j is read as %s", (sent, type) => {
    expect(readMessage(sent).type).toBe(type);
  });

  it.each([
    [{ type: "button.response", payload: { title: "A" } }, "button.response"],
    [{ type: " Survey.Response ", payload: {} }, "survey.response"],
    [{ type: "interactive", interactive: { button_reply: { id: "1", title: "A" } } }, "interactive.response"],
    [{ type: "text", text: "A" }, null],
    [{ type: "response.text" }, null],
    [null, null],
  ])("%j counts as the answer %j", (sent, type) => {
    expect(answerType(readMessage(sent))).toBe(type);
  });
});

it("what the messenger calls a message stands in it, in its payload or in the event", () => {
  expect(messageIds({ id: "a", payload: { wamid: "b", mid: 7 } }, { message_id: "c", other: "d" })).toEqual([
    "a",
    "b",
    "c",
  ]);
  expect(messageIds(null)).toEqual([]);
  expect(messageIds({ id: 7, payload: "x" }, [{ id: "a" }])).toEqual([]);
});

it("data that nobody reads is told field by field", () => {
  const data = {
    a: 1,
    b: { c: "x", d: [true, { e: "y" }], none: null, blank: " ", word: "None" },
    json: '{"f":[2]}',
    broken: "{f",
    list: [],
  };
  expect(allFields(data)).toEqual([
    { path: "a", value: 1 },
    { path: "b.c", value: "x" },
    { path: "b.d[0]", value: true },
    { path: "b.d[1].e", value: "y" },
    { path: "json.f[0]", value: 2 },
    { path: "broken", value: "{f" },
  ]);
});
