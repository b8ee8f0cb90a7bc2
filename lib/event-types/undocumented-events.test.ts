import { describe, expect, it } from "vitest";
import { unreadOfEvent } from "@/lib/event-types/unfamiliar/unread-of-event";
import { fold, toConversation } from "@/lib/fold/fold";
import { eventOf } from "@/lib/testing/deliver";
import { TranscriptReader } from "@/lib/transcript/transcript";
import { transcriptText } from "@/lib/transcript/transcript-text";
import { categoryOf } from "./category-of";
import { interpret } from "./interpret";
import { payloadProblem } from "./payload-problem";
import { readEvent } from "./read-event";
import { rowOf } from "./row-of";
import { searchTextOf } from "./search-text";

const read = (type: string, payload: unknown) =>
  readEvent({
    id: "1",
    raw: JSON.stringify(eventOf(type, payload, "2024-01-01 00:00:00")),
    receivedAt: "2024-01-01T00:00:01.000000Z",
    deliveryId: "1",
  });

describe("message_status", () => {
  it.each([
    [{ status: "sent" }, "Message sent"],
    [{ status: " Delivered " }, "Message delivered"],
    [{ message_status: "READ" }, "Message read"],
    [{ delivery_status: "seen" }, "Message read"],
    [{ state: "failed" }, "Message failed"],
    [
      { status: "undelivered", error: { code: 131047, message: "Re-engagement message" } },
      "Message failed: Re-engagement message",
    ],
    [{ status: "error", reason: "No <b>route</b>" }, "Message failed: No route"],
  ])("%j reads %s", (payload, text) => {
    const event = read("message_status", payload);
    expect(event).toMatchObject({ text, recognised: true, payload });
    expect([rowOf(event), categoryOf(event).id]).toEqual(["line", "delivery"]);
    expect(unreadOfEvent(event).map(({ path }) => path)).toEqual(
      "error" in payload ? ["error.code", "error.message"] : [],
    );
  });

  it.each([{}, { status: "pending" }, { status: 3 }, { status: {} }, "read", null])(
    "%j is shown as data",
    (payload) => {
      const event = read("message_status", payload);
      expect(event).toMatchObject({ recognised: false, payload });
      expect([rowOf(event), categoryOf(event).id]).toEqual(["unknown", "other"]);
      expect(payloadProblem(event)).not.toBeNull();
    },
  );
});

describe("sla_breached", () => {
  it.each([
    [{}, "SLA breached"],
    [{ sla: { name: "First reply", minutes: 15 } }, "SLA breached: First reply"],
    [{ sla: "Gold" }, "SLA breached: Gold"],
    [{ policy: { title: "VIP" } }, "SLA breached: VIP"],
    [{ sla_name: "<i>Night</i>", metric: "first_response" }, "SLA breached: Night"],
  ])("%j reads %s", (payload, text) => {
    const event = read("sla_breached", payload);
    expect(event).toMatchObject({ text, recognised: true, payload });
    expect([rowOf(event), categoryOf(event).id]).toEqual(["line", "sla"]);
    expect(interpret(event).outline?.(() => "somebody")).toBe(text);
  });

  it("is shown as data where there is no payload", () => {
    expect(read("sla_breached", [1])).toMatchObject({ recognised: false, payload: [1] });
  });
});

it("both are in transcripts and search with all their fields, and change no state", () => {
  const breach = read("sla_breached", { sla: { name: "First reply", minutes: 15 }, shift: "night owls" });
  const status = read("message_status", { status: "failed", reason: "Blocked", channel_code: "canary" });
  expect(searchTextOf(breach)).toContain("night owls");
  expect(searchTextOf(status)).toContain("canary");
  const state = toConversation(fold([breach, status]));
  expect(state).toMatchObject({ eventCount: 2, gaps: [], status: "open" });
  const reader = new TranscriptReader(state);
  for (const event of [breach, status]) reader.add(event);
  const text = [breach, status].map((event) => transcriptText.entry(reader.lineOf(event), null)).join("");
  expect(text).toBe(
    "[2024-01-01 00:00:00] — SLA breached: First reply\n[2024-01-01 00:00:00] — Message failed: Blocked\n",
  );
});
