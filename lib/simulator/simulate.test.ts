import { describe, expect, test } from "vitest";
import type { PlatformEvent } from "./platform-event";
import { type SimulatedConversation, simulate } from "./simulate";

const now = Date.UTC(2026, 10, 22, 12);
const conversations = simulate({ seed: "test", conversations: 300, now });
const events = conversations.flatMap((conversation) => conversation.events);

/** docs/support-hunt/webhook.md §4: published first, then seen elsewhere. */
const messageTypes = [
  ..."text image audio video document button button.response carousel list form form.response file_upload".split(" "),
  ..."file_upload.response calendar slider slider.response javascript javascript.response".split(" "),
  ..."calendly.response appointment_booking appointment_booking.response".split(" "),
  ..."image_carousel cardview options send_message name email phone custom_phone_input file file.response".split(" "),
  ..."reaction order poll poll_vote contacts sticker unsupported system interactive flow flow.response".split(" "),
  ..."delay template calendar.response list.response options.response carousel.response location".split(" "),
];

describe("simulate", () => {
  test("generates the same conversations for the same seed and time", () => {
    expect(simulate({ seed: "test", conversations: 300, now })).toEqual(conversations);
    expect(simulate({ seed: "other", conversations: 3, now })).not.toEqual(conversations.slice(0, 3));
  });

  test("contains every event and message type, already in the first conversations", () => {
    const few = simulate({ seed: "few", conversations: 3, now }).flatMap((conversation) => conversation.events);
    expect(new Set(few.map(messageType))).toEqual(new Set([undefined, ...messageTypes]));
    const kinds = "conversation_create message status assignee_change variables conversation_labels note".split(" ");
    expect(new Set(events.map(({ event }) => event.type))).toEqual(
      new Set([...kinds, "sla_breached", "message_status", "survey_answered"]),
    );
  });

  test("stays within its days, with the platform's timestamps, unique within a conversation", () => {
    for (const { timestamp } of events) {
      expect(timestamp).toMatch(/^2026-11-\d\d \d\d:\d\d:\d\d\.\d{6}$/);
      expect(timestamp > "2026-11-08 12" && timestamp < "2026-11-22 12:00:01").toBe(true);
    }
    for (const conversation of conversations) {
      const times = conversation.events.map(({ timestamp }) => timestamp);
      expect(times).toEqual([...new Set(times)].sort());
    }
  });

  test("has people of several languages and channels, some of them returning", () => {
    expect(new Set(conversations.map(({ visitorKey }) => visitorKey)).size).toBeLessThan(conversations.length);
    expect(Math.max(...conversations.map((conversation) => conversation.events.length))).toBeGreaterThan(200);
    const creates = events
      .filter(({ event }) => event.type === "conversation_create")
      .map(({ event }) => event.payload);
    const languages = creates.map(
      (payload) => JSON.stringify(payload).match(/"browser_language","value":"(\w\w)/)?.[1],
    );
    expect(new Set(languages).size).toBe(8);
    expect(new Set(creates.map(({ channel }) => JSON.stringify(channel))).size).toBe(4);
  });

  test("has no real names", () => {
    const text = JSON.stringify(events);
    const addresses = text.match(/[\w.+-]+@[\w.-]+/g) ?? [];
    expect(addresses.filter((address) => !/@(bots\.)?example\.com$/.test(address))).toEqual([]);
    const hosts = [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host ?? "");
    expect(hosts.filter((host) => !/(^|\.)(example\.com|storage\.googleapis\.com)$/.test(host))).toEqual([]);
  });

  test.each(["assignees", "labels", "statuses"] as const)("has no contradiction: %s", (aspect) => {
    expect(conversations.flatMap((conversation) => contradictions[aspect](conversation))).toEqual([]);
  });
});

function messageType({ event }: PlatformEvent): unknown {
  return (event.payload.message as { type: string } | undefined)?.type;
}

/** Each finds the events that contradict earlier ones. */
const contradictions = {
  assignees({ events }: SimulatedConversation) {
    let current: unknown;
    return events.filter(({ event: { type, payload } }) => {
      if (type === "conversation_create") current = idOf(payload.assigned_to_user);
      if (type !== "assignee_change") return false;
      const wrong = idOf(payload.from) !== current;
      current = idOf(payload.to);
      return wrong;
    });
  },
  labels({ events }: SimulatedConversation) {
    const attached = new Set<number>();
    return events.filter(({ event: { type, payload } }) => {
      if (type !== "conversation_labels") return false;
      const ids = (payload.labels as { id: number }[]).map(({ id }) => id);
      const removes = payload.action === "deleted";
      const wrong = ids.some((id) => attached.has(id) !== removes);
      for (const id of ids) removes ? attached.delete(id) : attached.add(id);
      return wrong;
    });
  },
  statuses({ events }: SimulatedConversation) {
    let status = "Open";
    return events.filter(({ event: { type, payload } }) => {
      if (type !== "status") return false;
      const wrong = payload.status === status;
      status = String(payload.status);
      return wrong;
    });
  },
};

function idOf(actor: unknown): unknown {
  return (actor as { id: unknown }).id;
}
