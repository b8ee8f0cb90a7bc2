import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readEvent } from "@/lib/event-types/read-event";
import { unknownEnvelopeFields } from "./known-fields";
import { publishedSamples } from "./published-samples";
import { unfamiliarIn } from "./unfamiliar";

describe("unfamiliarIn", () => {
  it("finds nothing in the published samples, and reads all of them", () => {
    expect(publishedSamples).toHaveLength(readdirSync("lib/samples").filter((name) => name.endsWith(".json")).length);
    for (const delivered of publishedSamples.flatMap(({ events }) => events)) expect(found(delivered)).toEqual([]);
  });

  it("finds nothing in the shapes that are described without a sample", () => {
    const image = { type: "image", image: { link: "https://example.com/a.png" } };
    const token = "\u00bf\u00b7$user.info.plan\u00b7?";
    for (const message of [
      { type: "text", payload: { text: "hello" } },
      { type: "send_message", messages: [{ type: "text", text: "hello" }, image] },
      { type: "carousel", payload: { cards: [{ title: "a", image: { link: "x" }, buttons: [{ title: "b" }] }] } },
      { type: "file.response", payload: { files: [{ filename: "a", link: "b", mime_type: "c", extension: "d" }] } },
      { type: "options", payload: { text: "a", header: { type: "text", text: "b" }, options: [{ id: 1, text: "c" }] } },
      { type: "appointment_booking.response", payload: { variables: { [token]: "pro" } } },
    ]) {
      expect(found(said(message)), message.type).toEqual([]);
    }
  });

  it("finds unknown types and unexpected payloads", () => {
    expect(found(event("survey_answered", { minutes: 4 }))).toEqual(["event survey_answered  "]);
    expect(found(said({ type: "hologram", payload: {} }))).toEqual(["message message hologram "]);
    expect(found(said({ type: "button", payload: { buttons: "none" } }))).toEqual(["misfit message button "]);
    expect(found(event("status", { status: "Paused" }))).toEqual(["misfit status  "]);
    expect(found(event("message", {}))).toEqual(["misfit message  "]);
  });

  it("finds undocumented fields, each once and without its descendants", () => {
    const buttons = [1, 2].map((id) => ({ id, title: "Yes", style: { colour: "red" } }));
    const message = { type: "button", payload: { title: "Which?", buttons, expires: 5 }, reply_to: "x" };
    expect(found(said(message))).toEqual([
      "field message button message.payload.buttons[].id",
      "field message button message.payload.buttons[].style",
      "field message button message.payload.expires",
      "field message button message.reply_to",
    ]);
    expect(found(event("note", { note: "x", note_by: { id: "1", avatar: "y" }, pinned: true }))).toEqual([
      "field note  note_by.avatar",
      "field note  pinned",
    ]);
  });

  it("finds undocumented fields of the envelope, without a type", () => {
    const delivered = { ...event("note", { note: "x" }), event_id: 5, visitor: { key: "v", country: "NP" } };
    expect(found(delivered)).toEqual(["field   event_id", "field   visitor.country"]);
  });

  it("ignores the values of variables, which are user data", () => {
    const variables = [{ type: "text", name: "cart", value: { items: [{ sku: 1 }] } }];
    expect(found(event("variables", { variables }))).toEqual([]);
  });

  it("limits what a sender can create, and returns text that both databases can store", () => {
    const payload = Object.fromEntries(Array.from({ length: 500 }, (_, place) => [`\ud800\u0000${place}`, 1]));
    const lines = found(event("note", { note: "x", ...payload, ["é".repeat(5000)]: 1 }));
    expect(lines.length).toBeLessThan(30);
    for (const line of lines)
      expect([line.isWellFormed(), line.includes("\u0000"), line.length < 300]).toEqual([true, false, true]);
  });
});

function found(delivered: unknown): string[] {
  const read = readEvent({
    id: "1",
    raw: JSON.stringify(delivered),
    receivedAt: "2026-01-01T00:00:00.000000Z",
    deliveryId: "1",
  });
  return unfamiliarIn(read, unknownEnvelopeFields(delivered)).map(
    ({ kind, type, messageType, path }) => `${kind} ${type} ${messageType} ${path}`,
  );
}

function said(message: unknown) {
  return event("message", { message_by: { type: "bot", id: "1", email: null }, message });
}

function event(type: string, payload: unknown) {
  const conversation = { key: "k", id: 1 };
  return { event: { type, payload }, conversation, timestamp: "2024-01-01 00:00:00.000000" };
}
