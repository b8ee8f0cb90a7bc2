import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSnapshot, writeSnapshot } from "@/lib/conversation/snapshot";
import { summarise } from "@/lib/conversation/summarise";
import { readEvent } from "@/lib/event-types/read-event";
import type { Event } from "@/lib/events/event";
import { some } from "@/lib/testing/some";
import { slowMessages } from "@/lib/testing/texts/slow-texts";
import { emptyState, evolve, fold, toConversation } from "./fold";

const key = "42bb83f00d8240e5bb41290a12eb44401693552452";
const bot = { id: "8181", email: "bot@example.com", type: "bot" };
const mia = { id: "8292", email: "mia@example.com", type: "user" };
const visitor = { id: null, email: null, type: "visitor" };
let arrived = 0;

/** An event as the platform sends it, `seconds` after 14:00. */
function at(seconds: number, type: string, payload: unknown, around: Record<string, unknown> = {}): Event {
  const timestamp = new Date(Date.UTC(2023, 8, 1, 14, 0, seconds)).toISOString().replace("T", " ").replace("Z", "000");
  const raw = JSON.stringify({
    event: { type, payload },
    conversation: { key, id: 7525695 },
    account: { key: "acct", id: 476, bot: { id: 8861 } },
    visitor: { key: "a569015fa03d41a283ed4c66c4601966", id: 826373 },
    timestamp,
    ...around,
  });
  arrived += 1;
  return readEvent({ id: String(arrived), raw, receivedAt: "2023-09-02T00:00:00.000000Z", deliveryId: "1" });
}

const stateOf = (...events: Event[]) => toConversation(fold(events));
const says = (seconds: number, by: unknown, text: string) =>
  at(seconds, "message", { message_by: by, message: { type: "text", text } });

describe("a conversation that is only partly known", () => {
  it("still has an id, a title, a start and a channel", () => {
    expect(stateOf(says(0, visitor, "Hello"))).toMatchObject({
      key,
      id: "7525695",
      externalKey: null,
      title: "Visitor a56901",
      account: { key: "acct", id: "476" },
      bot: { id: "8861", name: null },
      visitor: { key: "a569015fa03d41a283ed4c66c4601966", id: "826373", name: null, email: null, phone: null },
      channel: null,
      status: "open",
      assignee: null,
      createdAt: "2023-09-01T07:14:12.000000Z",
      lastEventAt: "2023-09-01T14:00:00.000000Z",
      eventCount: 1,
      messageCounts: { visitor: 1, bot: 0, user: 0 },
      gaps: [],
    });
  });

  it("starts with its first event if the key contains no seconds", () => {
    const state = stateOf(at(5, "note", { note: "x" }, { conversation: { key: "talk-1" }, visitor: null }));
    expect(state).toMatchObject({ createdAt: "2023-09-01T14:00:05.000000Z", title: "Conversation talk-1" });
    expect(state.visitor.key).toBe("conversation:talk-1");
  });

  it("has the visitor's name as its title if no creation set one", () => {
    const variables = (name: string, value: unknown) =>
      at(1, "variables", { variables: [{ type: "text", name, value }] });
    expect(stateOf(variables("visitor_email", "ada@example.com")).title).toBe("ada@example.com");
    expect(stateOf(variables("visitor_name", "Ada")).title).toBe("Ada");
    expect(stateOf(variables("visitor_name", "None"))).toMatchObject({
      title: "Visitor a56901",
      visitor: { name: null },
      variables: { visitor_name: { value: "None" } },
    });
  });

  it("has only its key before its first event", () => {
    expect(toConversation(emptyState("k"))).toMatchObject({
      key: "k",
      eventCount: 0,
      createdAt: "1970-01-01T00:00:00.000000Z",
    });
  });
});

describe("creation", () => {
  const sample = JSON.parse(readFileSync("lib/samples/conversation_create.json", "utf8")).events[0].event.payload;

  it("applies the platform's data", () => {
    const created = at(0, "conversation_create", sample);
    const state = stateOf(created);
    expect(state).toMatchObject({
      externalKey: "7f984da9a15b4bceb512ecad8ca461051693283267",
      title: "Visitor - A27187",
      bot: { id: "8861", name: "All Dialogs" },
      visitor: { name: "nik" },
      channel: { id: 1, name: "WEB", provider: 0 },
      status: "open",
      assignee: { type: "bot", id: "8181" },
      createdAt: "2023-08-29T04:27:48.236411Z",
      gaps: [],
    });
    expect(state.variables.bot_name).toEqual({
      value: "All Dialogs",
      type: "text",
      scope: "system",
      eventId: created.id,
      updatedAt: created.occurredAt,
    });
    expect(state.variables.visitor_contact_created_by?.scope).toBe("contact");
    expect(Object.values(state.variables).filter(({ scope }) => scope === "conversation")).toEqual([]);
  });

  it.each([
    [{ name: 1 }, "Web"],
    [{ name: "3" }, "WhatsApp"],
    [{ name: 4 }, "Facebook"],
    [{ name: 5 }, "SMS"],
    [{ name: 9 }, "Channel 9"],
    [{ name: "Telegram" }, "Telegram"],
    [2, "Channel 2"],
    [null, undefined],
    [{ name: "None", provider: "None" }, undefined],
  ])("parses channel %j as %s", (channel, name) => {
    expect(stateOf(at(0, "conversation_create", { channel })).channel?.name).toBe(name);
  });

  it.each([0, "0", false, null, undefined])("is open when is_closed is %j", (is_closed) =>
    expect(stateOf(at(0, "conversation_create", { is_closed })).status).toBe("open"),
  );
  it.each([1, "1", true, "true"])("is closed when is_closed is %j", (is_closed) =>
    expect(stateOf(at(0, "conversation_create", { is_closed })).status).toBe("closed"),
  );
});

describe("status, assignee, labels, notes", () => {
  it("does not reopen by messages", () => {
    const closed = at(1, "status", { closed_by: mia, status: "Close" });
    expect(stateOf(closed, says(2, visitor, "wait")).status).toBe("closed");
    expect(stateOf(closed, at(2, "status", { opened_by: mia, status: "Open" })).status).toBe("open");
    expect(summarise(fold([closed])).closedBy?.id).toBe("8292");
  });

  it("assigns, and unassigns by null or no id", () => {
    const toMia = at(1, "assignee_change", { changed_by: mia, from: bot, to: mia });
    const toNobody = at(2, "assignee_change", { changed_by: mia, from: mia, to: { id: null, type: "user" } });
    expect(stateOf(toMia)).toMatchObject({
      assignee: { id: "8292" },
      assignments: [{ from: { id: "8181" }, to: { id: "8292" } }],
    });
    expect(stateOf(toMia, toNobody)).toMatchObject({
      assignee: null,
      assignments: [{}, { from: { id: "8292" }, to: null }],
    });
    expect(summarise(fold([toMia, toNobody])).handedOver).toBe(true);
    expect(summarise(fold([at(1, "assignee_change", { from: null, to: bot })])).handedOver).toBe(false);
  });

  it("adds, renames and removes labels, ids as text", () => {
    const labels = (seconds: number, action: string, ...list: unknown[]) =>
      at(seconds, "conversation_labels", { action, labels: list });
    const events = [
      labels(1, "attached", { id: 1, name: "VIP" }, { id: "2", name: "Bug" }),
      labels(2, "added", { id: 1, name: "Very important" }),
      labels(3, "Removed", { id: 2 }),
      labels(4, "added", { id: 2 }),
      labels(5, "detached", { id: "1" }),
    ];
    const labelsAfter = (count: number) => stateOf(...events.slice(0, count)).labels;
    expect(labelsAfter(1)).toEqual([
      { id: "1", name: "VIP" },
      { id: "2", name: "Bug" },
    ]);
    expect(labelsAfter(2)).toEqual([
      { id: "1", name: "Very important" },
      { id: "2", name: "Bug" },
    ]);
    expect(labelsAfter(3)).toEqual([{ id: "1", name: "Very important" }]);
    expect(labelsAfter(4)).toEqual([
      { id: "1", name: "Very important" },
      { id: "2", name: "Bug" },
    ]);
    expect(labelsAfter(5)).toEqual([{ id: "2", name: "Bug" }]);
  });

  it("is not quadratic for many labels", () => {
    const added = (size: number) => {
      const labels = Array.from({ length: size / 10 }, (_, id) => ({ id, name: "x" }));
      return at(1, "conversation_labels", { action: "added", labels });
    };
    expect(stateOf(added(1000)).labels).toHaveLength(100);
    expect(slowMessages(stateOf, { labels: added })).toEqual([]);
  });

  it("keeps notes as written", () => {
    expect(stateOf(at(1, "note", { note_by: mia, note: "<b>x</b>" })).notes).toMatchObject([
      { text: "<b>x</b>", by: { id: "8292" } },
    ]);
  });
});

describe("variables", () => {
  it("are stored under one name, by JSON type; the last value wins", () => {
    const answer = JSON.parse(readFileSync("lib/samples/message.javascript.response.json", "utf8")).events[0].event
      .payload;
    const state = stateOf(
      at(1, "variables", { variables: [{ type: "text", name: "visitor_js1", value: "old" }] }),
      at(2, "message", answer),
      at(3, "variables", {
        variables: [
          { type: "text", name: "ok", value: true },
          { type: "number", name: "n", value: "12" },
          { name: "o", value: { a: 1 } },
        ],
      }),
    );
    expect(state.variables).toMatchObject({
      visitor_js1: { value: "hj", scope: "contact" },
      JS2: { value: "Mtech", scope: "conversation" },
      ok: { value: true, type: "text" },
      n: { value: "12", type: "number" },
      o: { value: { a: 1 }, type: "object" },
    });
  });

  it.each(["__proto__", "constructor", "toString"])("may be called %s", (name) => {
    const set = at(1, "variables", { variables: [{ type: "text", name, value: "x" }] });
    const state = evolve(fold([set]), says(2, visitor, "hi"));
    expect(Object.keys(state.variables)).toEqual([name]);
    expect(Object.getPrototypeOf(state.variables)).toBe(Object.prototype);
    expect(readSnapshot(writeSnapshot(state))).toEqual(state);
  });
});

describe("summarise", () => {
  const prompt = at(2, "message", {
    message_by: bot,
    message: { type: "button", payload: { title: "Which?", buttons: [{ title: "A" }, { title: "B" }] } },
  });
  const answer = at(3, "message", {
    message_by: visitor,
    message: { type: "button.response", payload: { body: "A", callback: {} } },
  });

  it("contains the last message and whether somebody waits", () => {
    expect(summarise(fold([prompt]))).toMatchObject({
      awaitsAnswer: true,
      lastMessage: { by: "bot", at: prompt.occurredAt },
    });
    expect(summarise(fold([prompt, answer]))).toMatchObject({
      awaitsAnswer: false,
      lastMessage: { text: "A", by: "visitor" },
      messageTypes: { button: 1, "button.response": 1 },
    });
    expect(summarise(fold([prompt, says(4, visitor, "neither")])).awaitsAnswer).toBe(false);
  });
});

describe("evolve", () => {
  it("does not modify the given state", () => {
    const events = readdirSync("lib/samples")
      .filter((name) => name.endsWith(".json"))
      .map((name, index) => {
        const { event } = JSON.parse(readFileSync(`lib/samples/${name}`, "utf8")).events[0];
        return at(index, event.type, event.payload);
      });
    let state = emptyState(key);
    for (const [index, event] of some(events).entries()) {
      const before = writeSnapshot(state);
      const next = evolve(state, event);
      expect(writeSnapshot(state)).toBe(before);
      expect(next).toEqual(fold(events.slice(0, index + 1)));
      state = readSnapshot(writeSnapshot(next)) ?? emptyState(key);
      expect(state).toEqual(next);
    }
    expect(state.eventCount).toBe(28);
  });
});
