import { describe, expect, it } from "vitest";
import { summarise } from "@/lib/conversation/summarise";
import { readEvent } from "@/lib/event-types/read-event";
import type { Event } from "@/lib/events/event";
import { emptyState, evolve, fold, toConversation } from "./fold";
import { changesOfEvent } from "./log/changes-of-event";

const visitor = { type: "visitor" };
const ada = { id: "2", type: "user", name: "Ada" };

function at(seconds: number, type: string, payload: unknown, key = "talk-number-1"): Event {
  const timestamp = new Date(Date.UTC(2023, 8, 1, 14, 0, seconds)).toISOString();
  const raw = JSON.stringify({ event: { type, payload }, conversation: { key }, timestamp });
  return readEvent({ id: String(seconds + 1), raw, receivedAt: "2023-09-02T00:00:00.000000Z", deliveryId: "1" });
}

const says = (seconds: number, text: string, by: object = visitor) =>
  at(seconds, "message", { message_by: by, message: { type: "text", text } });
const sets = (seconds: number, ...variables: object[]) => at(seconds, "variables", { variables });
const shown = (...events: Event[]) => toConversation(fold(events));

describe("previews", () => {
  it("are 300 characters of the last message and 1,000 of the visitor's first", () => {
    const text = "x".repeat(1001);
    const state = fold([says(0, text), says(1, text)]);
    expect(summarise(state).lastMessage?.text).toBe("x".repeat(300));
    expect(toConversation(state).firstVisitorMessage).toBe("x".repeat(1000));
    const short = fold([says(0, "x".repeat(300))]);
    expect(summarise(short).lastMessage?.text).toBe("x".repeat(300));
  });

  it("hold no half of a character", () => {
    const state = fold([says(0, `${"x".repeat(299)}😀`)]);
    expect(summarise(state).lastMessage?.text).toBe(`${"x".repeat(299)}\ufffd`);
  });

  it("are of what is said, not of pauses and empty messages", () => {
    const state = fold([
      says(0, "first"),
      at(1, "message", { message_by: { type: "bot" }, message: { type: "delay", payload: { delay: 3 } } }),
      says(2, ""),
      says(3, "second"),
    ]);
    expect(summarise(state).lastMessage).toEqual({ text: "second", at: "2023-09-01T14:00:03.000000Z", by: "visitor" });
    expect(toConversation(state).firstVisitorMessage).toBe("first");
    expect(summarise(fold([says(0, "first"), says(1, "")])).lastMessage?.text).toBe("first");
  });

  it("come with counts by who spoke, and of message types in lower case", () => {
    const state = fold([
      says(0, "a"),
      says(1, "b", { type: "bot", id: "1" }),
      says(2, "c", ada),
      says(3, "d", { type: "system" }),
      at(4, "message", { message_by: visitor, message: { type: " TEXT", text: "e" } }),
    ]);
    expect(summarise(state)).toMatchObject({
      messageCounts: { visitor: 2, bot: 1, user: 1 },
      messageTypes: { text: 5 },
      lastMessage: { by: "visitor" },
    });
  });
});

describe("a title", () => {
  const named = (...names: string[]) => shown(sets(0, ...names.map((name) => ({ name, value: `the ${name}` })))).title;

  it("is the visitor's name, e-mail or phone where there is none", () => {
    expect(shown(at(0, "conversation_create", { title: "Order" })).title).toBe("Order");
    expect(named("visitor_phone", "visitor_email", "visitor_name")).toBe("the visitor_name");
    expect(named("visitor_phone", "visitor_email")).toBe("the visitor_email");
    expect(named("visitor_phone")).toBe("the visitor_phone");
    expect(named()).toBe("Conversation talk-num");
  });

  it("stays where a later creation has none", () => {
    const creations = [at(0, "conversation_create", { title: "Order" }), at(1, "conversation_create", { title: " " })];
    expect(shown(...creations).title).toBe("Order");
  });
});

describe("a channel", () => {
  it.each([
    ["3", null, { id: 3, name: "WhatsApp", provider: null }],
    ["7", null, { id: 7, name: "Channel 7", provider: null }],
    ["Telegram", null, { id: null, name: "Telegram", provider: null }],
    ["1", "My site", { id: 1, name: "My site", provider: null }],
    [{ name: "5", provider: 2 }, null, { id: 5, name: "SMS", provider: 2 }],
    ["1234567890", null, { id: null, name: "1234567890", provider: null }],
    ["", null, null],
    ["", "My site", { id: null, name: "My site", provider: null }],
  ])("%j with the variable %j is %j", (channel, name, expected) => {
    const variables = name === null ? [] : [{ name: "global_channel_name", value: name }];
    expect(shown(at(0, "conversation_create", { channel, variables })).channel).toEqual(expected);
  });
});

it.each([
  ["plan", "pro", "string", "conversation"],
  ["plan", 3, "number", "conversation"],
  ["plan", true, "boolean", "conversation"],
  ["plan", null, "null", "conversation"],
  ["plan", [1], "array", "conversation"],
  ["plan", { a: 1 }, "object", "conversation"],
  ["visitor_age", "7", "string", "contact"],
  ["browser", "Firefox", "string", "system"],
  ["__proto__", "x", "string", "conversation"],
])("the variable %s of %j is of type %s and scope %s", (name, value, type, scope) => {
  const { variables } = shown(sets(0, { name, value }));
  expect(Object.entries(variables)).toMatchObject([[name, { value, type, scope, eventId: "1" }]]);
});

it("an event's changes are what is different after it", () => {
  const events = [
    at(0, "conversation_create", { title: "x" }),
    at(1, "conversation_labels", { action: "added", labels: [{ id: 1, name: "vip" }, { id: 2 }] }),
    sets(2, { name: "plan", value: "pro" }),
    sets(3, { name: "plan", value: "pro" }, { name: "seats", value: 2 }),
    at(4, "conversation_labels", { action: "added", labels: [{ id: 1, name: "new" }, { id: 2 }] }),
    at(5, "conversation_labels", { action: "removed", labels: [{ id: 2 }] }),
    at(6, "assignee_change", { from: null, to: ada }),
    at(7, "assignee_change", { from: ada, to: null }),
    at(8, "status", { status: "Close" }),
    at(9, "note", { note: "x" }),
  ];
  let before = emptyState("talk-number-1");
  const told = events.map((event, index) => {
    const after = evolve(before, event);
    const changes = changesOfEvent({ event, index, before, after });
    before = after;
    return changes.map((change) => {
      expect(change).toMatchObject({ eventId: event.id, eventType: event.type, index, at: event.occurredAt });
      switch (change.kind) {
        case "variable":
          return `${change.name}: ${change.before?.value ?? "nothing"} to ${change.after.value}`;
        case "label":
          return `${change.added ? "+" : "-"}${change.label.name ?? change.label.id}`;
        case "status":
          return `${change.before ?? "nothing"} to ${change.after}`;
        default:
          return `${change.before?.name ?? "nobody"} to ${change.after?.name ?? "nobody"} after ${change.heldFor}`;
      }
    });
  });
  expect(told).toEqual([
    ["nothing to open"],
    ["+vip", "+2"],
    ["plan: nothing to pro"],
    ["plan: pro to pro", "seats: nothing to 2"],
    ["+new"],
    ["-2"],
    ["nobody to Ada after 6000"],
    ["Ada to nobody after 1000"],
    ["open to closed"],
    [],
  ]);
});
