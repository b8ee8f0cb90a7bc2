import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readEvent } from "@/lib/event-types/read-event";
import { searchTextOf } from "@/lib/event-types/search-text";
import type { Event } from "@/lib/events/event";
import { fold, toConversation } from "@/lib/fold/fold";
import { isRecord } from "@/lib/json/is-record";
import { readMessage } from "@/lib/messages/read-message";
import { Script } from "@/lib/testing/script";
import { filledMessage } from "@/lib/testing/texts/filled-message";
import { type KnownValue, KnownValues } from "./known-values";
import { maskConversation } from "./mask-conversation";
import { maskEvent, personalValuesOf } from "./mask-event";
import type { Masking } from "./masking";
import { defaultMasking } from "./masking-settings";

function maskingOf(events: readonly Event[], settings = defaultMasking): Masking {
  return { settings, known: new KnownValues(events.flatMap((event) => personalValuesOf(event, settings))) };
}

function masked(events: readonly Event[], settings = defaultMasking): Event[] {
  const masking = maskingOf(events, settings);
  return events.map((event) => maskEvent(event, masking));
}

const canary = "Zyxwilla Quorvathy";
const isLeaking = /zyxwilla|quorvathy/i;

describe("a name that is known is masked everywhere in", () => {
  const files = readdirSync("lib/messages/fixtures", { recursive: true, encoding: "utf8" });
  it.each(files.filter((file) => file.endsWith(".json")))("%s", (file) => {
    const messages: unknown[] = JSON.parse(readFileSync(`lib/messages/fixtures/${file}`, "utf8"));
    for (const message of messages) {
      const script = new Script();
      script.sets("visitor_name", canary);
      script.says("visitor", filledMessage(message, `${canary} `.repeat(400)));
      script.says("bot", deepCanary(message));
      for (const [place, event] of masked(script.events).entries()) {
        expect(JSON.stringify(event), `${place}`).not.toMatch(isLeaking);
        expect(searchTextOf(event)).not.toMatch(isLeaking);
      }
      expect(masked(script.events).map(({ recognised }) => recognised)).toEqual(
        script.events.map(({ recognised }) => recognised),
      );
    }
  });

  it.each(readdirSync("lib/samples").filter((file) => file.endsWith(".json")))("%s", (file) => {
    const body: { events: unknown[] } = JSON.parse(readFileSync(`lib/samples/${file}`, "utf8"));
    const named = { ...new Script(), events: [] as Event[] };
    const script = new Script();
    script.sets("visitor_name", canary);
    named.events.push(...script.events);
    for (const sent of body.events) named.events.push(readEvent(stored(JSON.stringify(deepCanary(sent)))));
    expect(masked(named.events).filter((event) => isLeaking.test(JSON.stringify(event.payload)))).toEqual([]);
  });
});

/** The value with the canary in each text except those that make it the event that it is, and staff. */
function deepCanary(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((inner) => deepCanary(inner, key));
  if (typeof value === "object" && value !== null) {
    if (key.endsWith("_by") || key === "assigned_to_user" || key === "from" || key === "to") return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, deepCanary(inner, name)]));
  }
  const isKept = ["type", "name", "key", "timestamp", "status", "action", "variable", "mime_type"].includes(key);
  return typeof value === "string" && !isKept ? `${value} ${canary}` : value;
}

function stored(raw: string) {
  return { id: "9", raw, receivedAt: "2023-09-02T00:00:00.000000Z", deliveryId: "1" };
}

describe("masks as a whole", () => {
  const one = (type: string, payload: unknown, settings = defaultMasking) => {
    const script = new Script();
    script.add(type, payload);
    return masked(script.events, settings)[0]?.payload;
  };

  it("notes, but not who wrote them", () => {
    const by = { type: "user", id: "7", email: "ann@example.com" };
    expect(one("note", { note_by: by, note: "secret" })).toEqual({ note_by: by, note: "[value]" });
  });

  it("notes in any shape", () => {
    expect(JSON.stringify(one("note", { note: "a", html: "secret", parts: [{ text: "secret" }] }))).not.toContain(
      "secret",
    );
    expect(one("note", "secret")).toBe("[value]");
  });

  it.each(["visitor", "Visitor", " VISITOR", "customer"])("an actor of type %j, also one without an id", (type) => {
    expect(one("message", { message_by: { type, name: "Amara" } })).toEqual({ message_by: { type, name: "[name]" } });
    expect(one("status", { closed_by: { type, id: "49170", email: "a@b.example" } })).toEqual({
      closed_by: { type, id: "[value]", email: "[e-mail]" },
    });
  });

  it("ids that are a known phone number, and names of senders", () => {
    const script = new Script();
    script.sets("visitor_phone", "+49 176 12345678");
    script.add("status", { recipient_id: "4917612345678", push_name: "Amara", message_id: "4917700000000" });
    expect(masked(script.events)[1]?.payload).toEqual({
      recipient_id: "[phone]",
      push_name: "[name]",
      message_id: "4917700000000",
    });
  });

  it("contact variables in both spellings, and those that are switched on", () => {
    const list = [
      { name: "visitor_email", value: "x" },
      { name: "visitor_age", value: 3 },
      { name: "plan", value: "pro" },
      { name: "ip_address", value: "local" },
    ];
    expect(one("variables", { variables: list })).toEqual({
      variables: [
        { name: "visitor_email", value: "[e-mail]" },
        { name: "visitor_age", value: "[value]" },
        { name: "plan", value: "pro" },
        { name: "ip_address", value: "[ip]" },
      ],
    });
    const settings = { variables: { plan: true, visitor_age: false } };
    const byToken = { "¿·$user.info.age·?": 3, plan: "pro" };
    expect(one("variables", { variables: byToken }, settings)).toEqual({
      variables: { "¿·$user.info.age·?": 3, plan: "[value]" },
    });
  });

  it("answers of type name, e-mail and phone", () => {
    const fields = [
      { label: "A", type: "email", variable: "a", value: "a" },
      { label: "Full name", type: "text", variable: "", value: "b" },
      { label: "Size", type: "text", variable: "size", value: "c" },
    ];
    expect(
      one("message", {
        message_by: { type: "visitor", id: "55" },
        message: { type: "form.response", payload: { fields } },
      }),
    ).toEqual({
      message_by: { type: "visitor", id: "[value]" },
      message: {
        type: "form.response",
        payload: {
          fields: [
            { label: "A", type: "email", variable: "a", value: "[e-mail]" },
            { label: "Full name", type: "text", variable: "", value: "[name]" },
            { label: "Size", type: "text", variable: "size", value: "c" },
          ],
        },
      },
    });
  });

  it("files", () => {
    const file = { link: "https://x.example/1", file_name: "Passport", mime_type: "image/png", caption: "mine" };
    expect(one("message", { message: { type: "image", payload: file } })).toEqual({
      message: {
        type: "image",
        payload: { link: "[file]", file_name: "[file]", mime_type: "image/png", caption: "mine" },
      },
    });
  });

  it("shared places, and their addresses elsewhere", () => {
    const place = { latitude: 52.7391468, longitude: "21.9173522", name: "Office", address: "7 Pier Street" };
    const script = new Script();
    script.says("visitor", { type: "location", payload: { ...place, url: "https://x.example/1" } });
    script.says("visitor", { type: "location", location: { name: "Office" } });
    script.add("mystery", { at: { lat: 52.7391468, lng: 21.9 }, latitude: 1 });
    script.add("mystery", {
      at: { type: "Feature", coordinates: [21.9173522, 52.7391468] },
      b: { type: "live_location", x: "y" },
    });
    script.says("visitor", { type: "location", payload: { lat: 1.5, lng: 2 } });
    script.text("user", "It is in 7 Pier Street, near 1.5, 2");
    const events = masked(script.events);
    expect(events.map(({ payload }) => payload)).toMatchObject([
      {
        message: {
          type: "location",
          payload: { latitude: "[value]", longitude: "[value]", name: "[value]", address: "[value]", url: "[value]" },
        },
      },
      { message: { type: "location", location: { name: "[value]" } } },
      { at: { lat: "[value]", lng: "[value]" }, latitude: 1 },
      { at: { coordinates: ["[value]", "[value]"] }, b: { type: "live_location", x: "[value]" } },
      { message: { payload: { lat: "[value]", lng: "[value]" } } },
      { message: { text: "It is in [value], near [value]" } },
    ]);
    expect(events[0]?.text).toBe("Location: [value], [value], [value], [value]");
    const [{ payload } = { payload: null }] = events;
    expect(readMessage(isRecord(payload) ? payload.message : null).recognised).toBe(true);
  });

  it("names in labels, also in the state", () => {
    const script = new Script();
    script.sets("visitor_name", canary);
    script.add("conversation_labels", { action: "add", labels: [{ id: 7, name: "Ticket of Zyxwilla" }] });
    script.add("conversation_labels", { action: "add", labels: [{ id: 8, name: "VIP" }] });
    const state = maskConversation(toConversation(fold(script.events)), maskingOf(script.events));
    expect(state.labels).toEqual([
      { id: "7", name: "Ticket of [name]" },
      { id: "8", name: "VIP" },
    ]);
    expect(toConversation(fold(masked(script.events))).labels).toEqual(state.labels);
  });

  it("JSON within a text, and answers to a flow", () => {
    const response_json = JSON.stringify({ screen_0_Full_name_0: "Kim", screen_0_Plan_1: "pro" });
    const message = { type: "interactive", interactive: { nfm_reply: { response_json } } };
    expect(JSON.stringify(one("message", { message }))).toContain("[name]");
    expect(JSON.stringify(one("message", { message }))).not.toContain("Kim");
  });

  it("numbers and keys", () => {
    expect(one("mystery", { "a@b.com": 1, tel: 2348035550147, created_at: 1693577612, id: 2348035550147 })).toEqual({
      "[e-mail]": 1,
      tel: "[phone]",
      created_at: 1693577612,
      id: 2348035550147,
    });
  });
});

it("keeps what the fold needs", () => {
  const script = new Script();
  script.add("conversation_create", { title: "Chat with Zyxwilla", created_at: "2023-08-29 04:27:48", variables: [] });
  script.sets("visitor_name", canary);
  script.says("bot", {
    type: "button",
    payload: { title: "Zyxwilla, which?", buttons: [{ title: "One", value: "1" }] },
  });
  script.says("visitor", { type: "button.response", payload: { text: "One" } });
  script.add("note", { note_by: { type: "user", id: "1", email: "a@b.com" }, note: "secret" });
  script.add("assignee_change", { to: { type: "user", id: "1", email: "a@b.com" } });
  script.add("status", { status: "Close", closed_by: { type: "user", id: "1", email: "a@b.com" } });
  const masking = maskingOf(script.events);
  const state = maskConversation(toConversation(fold(script.events)), masking);
  const folded = toConversation(fold(script.events.map((event) => maskEvent(event, masking))));
  expect(JSON.stringify(state)).not.toMatch(isLeaking);
  expect(state).toMatchObject({ title: "Chat with [name]", status: "closed", assignee: { email: "a@b.com" } });
  expect(state.visitor).toEqual({ ...folded.visitor, masked: true });
  const { visitor: _, variables: __, ...rest } = folded;
  expect(state).toMatchObject(rest);
  expect(state.variables.visitor_name).toMatchObject({ value: "[name]", masked: true });
});

it("masks a title that is the visitor's name, however short, and the end of texts that were cut", () => {
  const script = new Script();
  script.add("conversation_create", { title: "王", created_at: "2023-08-29 04:27:48", variables: [] });
  script.sets("visitor_name", "王");
  script.says("visitor", { type: "text", text: `${"x".repeat(985)} amara.bello@example.com is my address` });
  const state = maskConversation(toConversation(fold(script.events)), maskingOf(script.events));
  expect(state.title).toBe("[name]");
  expect(state.firstVisitorMessage).toMatch(/^x+…$/);
});

it("masks whole texts once there are more values than are stored, trivial ones included", () => {
  const values = Array.from({ length: 1200 }, (_, place) => ({ kind: "value" as const, text: String(place % 999) }));
  expect(new KnownValues([...values, { kind: "name", text: canary }]).isTooMany).toBe(true);
});

it("finds the values that an event has in fields for them", () => {
  const values: KnownValue[] = [];
  const script = new Script();
  script.sets("visitor_name", "Kim");
  script.add("note", { note: "secret" });
  script.text("visitor", "a@b.com");
  for (const event of script.events) values.push(...personalValuesOf(event, defaultMasking));
  expect(values).toEqual([{ kind: "name", text: "Kim" }]);
});

it("is idempotent for arbitrary JSON and never throws", () => {
  let seed = 11;
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const texts = [
    canary,
    "a@b.com",
    "type",
    "value",
    "variables",
    "name",
    "visitor",
    "message",
    "0803 555 0147",
    "{",
    '["a@b.com"]',
    "",
  ];
  const text = () => texts[random(texts.length)] ?? "";
  const arbitrary = (depth: number): unknown => {
    const kind = random(depth > 4 ? 4 : 7);
    if (kind === 0) return text();
    if (kind === 1) return [1, 2348035550147, 0.5, -1][random(4)];
    if (kind === 2) return [null, true, false][random(3)];
    if (kind === 3) return `${text()} ${text()}`;
    if (kind === 4) return Array.from({ length: random(4) }, () => arbitrary(depth + 1));
    return Object.fromEntries(Array.from({ length: random(4) }, () => [text(), arbitrary(depth + 1)]));
  };
  const types = ["message", "note", "variables", "conversation_create", "conversation_labels", "mystery"];
  for (let round = 0; round < 1000; round++) {
    const script = new Script();
    script.sets("visitor_name", canary);
    script.add(
      types[random(types.length)] ?? "",
      random(2) === 0 ? arbitrary(0) : { message: arbitrary(0), variables: arbitrary(0) },
    );
    const masking = maskingOf(script.events);
    for (const event of script.events) {
      const once = maskEvent(event, masking);
      expect(maskEvent(once, masking).payload, JSON.stringify(event.payload)).toEqual(once.payload);
    }
  }
});
