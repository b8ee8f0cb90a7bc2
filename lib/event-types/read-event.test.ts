import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { payloadProblem } from "./payload-problem";
import { readEvent } from "./read-event";

const read = (event: unknown) =>
  readEvent({ id: "1", raw: JSON.stringify(event), receivedAt: "2023-09-01T14:14:00.000000Z", deliveryId: "7" });

const around = {
  conversation: { key: "42bb83f00d8240e5bb41290a12eb44401693552452", id: 7525695 },
  account: { key: "VGYh5KEUxnaS043726528180Llb9R8pe", id: 476, bot: { id: 8861 } },
  visitor: { key: "a569015fa03d41a283ed4c66c4601966", id: 826373 },
  timestamp: "2023-09-01 14:13:32.141788",
};
const event = (type: string, payload?: unknown) => read({ event: { type, payload }, ...around });
const agent = { email: "mia@example.com", id: "8292", type: "user" };

describe("published samples", () => {
  const samples = readdirSync("lib/samples").filter((name) => name.endsWith(".json"));
  const lines = Object.fromEntries(
    samples.map((name) => {
      const sample = read(JSON.parse(readFileSync(`lib/samples/${name}`, "utf8")).events[0]);
      expect(sample, name).toMatchObject({ recognised: true });
      expect(payloadProblem(sample), name).toBeNull();
      return [name, sample.text];
    }),
  );

  it("are all understood and say something", () => {
    expect(samples).toHaveLength(28);
    for (const name of samples) expect(lines[name], name).not.toBe("");
    expect(lines).toMatchObject({
      "assignee_change.json": "Nikunj Vadodariya took the conversation",
      "conversation_create.json": "Conversation started: Visitor - A27187",
      "conversation_labels.deleted.json": "Nikunj Vadodariya removed label 2014",
      "message.text.json": "Hiiiii",
      "note.json": "Hello",
      "status.json": "Nikunj Vadodariya closed the conversation",
      "variables.text.json": "visitor_var12: true",
    });
  });
});

describe("readEvent", () => {
  it("keeps what the store and the envelope say", () => {
    expect(event("note", { note_by: agent, note: "<b>Call</b> back" })).toEqual({
      id: "1",
      type: "note",
      messageType: null,
      occurredAt: "2023-09-01T14:13:32.141788Z",
      receivedAt: "2023-09-01T14:14:00.000000Z",
      actor: { type: "user", id: "8292", email: "mia@example.com", name: null },
      payload: { note_by: agent, note: "<b>Call</b> back" },
      text: "Call back",
      recognised: true,
      deliveryId: "7",
      editedBy: null,
      envelope: {
        conversation: { key: "42bb83f00d8240e5bb41290a12eb44401693552452", id: "7525695" },
        account: { key: "VGYh5KEUxnaS043726528180Llb9R8pe", id: "476" },
        botId: "8861",
        visitor: { key: "a569015fa03d41a283ed4c66c4601966", id: "826373" },
      },
    });
  });

  it.each([
    ["survey_answered", { scale: "stars", name: "First reply" }, "Survey answered: First reply"],
    ["survey_answered", { minutes: 15, survey: { name: "First answer" } }, "Survey answered: First answer"],
    ["survey_answered", { status: "delivered" }, "Survey answered: delivered"],
    ["ping", undefined, "Ping"],
  ])("shows the unknown event %s generically", (type, payload, text) => {
    const unknown = event(type, payload);
    expect(unknown).toMatchObject({ type, text, recognised: false, payload: payload ?? null });
    expect(payloadProblem(unknown)).toContain(type);
  });

  it.each([
    ["note", { note: { text: "x" } }, "payload.note"],
    ["note", "Hello", "payload"],
    ["status", { status: "paused" }, "payload.status"],
    ["assignee_change", { to: 5 }, "payload.to"],
    ["assignee_change", { changed_by: agent }, "payload.to"],
    ["variables", {}, "payload.variables"],
    ["variables", { variables: "none" }, "payload.variables"],
    ["conversation_labels", { action: "added", labels: [{ name: "VIP" }] }, "payload.labels.0.id"],
    ["conversation_create", { title: ["a"] }, "payload.title"],
    ["message", { message_by: agent, message: { type: "button", payload: 5 } }, "payload"],
    ["message", { message_by: agent, message: { type: "hologram" } }, "hologram"],
    ["message", {}, "message"],
  ])("says what is wrong with %s %j", (type, payload, place) => {
    const misfit = event(type, payload);
    expect(misfit).toMatchObject({ type, recognised: false });
    expect(payloadProblem(misfit)).toContain(place);
  });

  it.each(["open", "Opened", "REOPEN", "reopened", "re-open", 1, "1", true, "true"])(
    "reads status %j as open",
    (status) => expect(event("status", { opened_by: agent, status }).text).toBe("Mia opened the conversation"),
  );

  it.each(["Close", "closed", "CLOSED", 2, "2", false, "False"])("reads status %j as closed", (status) =>
    expect(event("status", { closed_by: agent, status }).text).toBe("Mia closed the conversation"),
  );

  it("reads the status off its actor when it is missing", () => {
    expect(event("status", { reopened_by: agent }).text).toBe("Mia opened the conversation");
    expect(event("status", { closed_by: { type: "system" } }).text).toBe("Conversation closed by time-out");
  });

  it("keeps an unknown message type under the sender's word", () => {
    expect(event("message", { message_by: agent, message: { type: "hologram", payload: {} } })).toMatchObject({
      messageType: "hologram",
      recognised: false,
      actor: { type: "user" },
    });
  });

  it("cuts off what is nested beyond reading and keeps numbers that JSON cannot write", () => {
    const raw = `{"event":{"type":"x","payload":{"deep":${"[".repeat(10_000)}${"]".repeat(10_000)},"big":1e999,"__proto__":-0}},"conversation":{"key":"k"},"timestamp":"2023-09-01 14:13:32"}`;
    const { payload } = readEvent({ id: "1", raw, receivedAt: "2023-09-01T14:14:00.000000Z", deliveryId: "7" });
    expect(JSON.parse(JSON.stringify(payload))).toEqual(payload);
    expect(payload).toMatchObject({ big: "1e999" });
    expect(Object.keys(payload as object)).toEqual(["deep", "big", "__proto__"]);
  });

  it("never throws, whatever the store holds", () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        expect(readEvent({ id: "1", raw, receivedAt: "2023-09-01T14:14:00.000000Z", deliveryId: "7" })).toMatchObject({
          recognised: false,
        });
      }),
    );
  });
});
