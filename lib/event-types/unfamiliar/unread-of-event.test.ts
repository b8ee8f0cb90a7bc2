import { expect, test } from "vitest";
import { readEvent } from "@/lib/event-types/read-event";
import { searchTextOf } from "@/lib/event-types/search-text";
import type { Event } from "@/lib/events/event";
import { publishedSamples } from "./published-samples";
import { unreadOfEvent } from "./unread-of-event";

function read(type: string, payload: unknown): Event {
  const raw = JSON.stringify({
    event: { type, payload },
    conversation: { key: "k" },
    timestamp: "2023-09-01 14:13:32.1",
  });
  return readEvent({ id: "1", raw, receivedAt: "2023-09-01T14:14:00.000000Z", deliveryId: "1" });
}

const samples = publishedSamples.flatMap(({ events }) => events as { event: { type: string; payload: unknown } }[]);

test("published events have no field that is not shown, except one of conversation_create", () => {
  const unread = samples.flatMap(({ event }) => unreadOfEvent(read(event.type, event.payload)));
  expect(unread.map(({ path }) => path)).toEqual(["is_new_visitor"]);
});

test.each([
  ["status", { closed_by: { type: "user", id: "1", team: "Sales" }, status: "Close", reason: "solved" }],
  ["note", { note_by: { type: "user", id: "1" }, note: "Call", pinned: true }],
])("%s reports fields that no definition reads", (type, payload) => {
  expect(unreadOfEvent(read(type, payload)).map(({ path, value }) => `${path}=${value}`)).toEqual(
    type === "status" ? ["closed_by.team=Sales", "reason=solved"] : ["pinned=true"],
  );
});

/** All objects in a payload outside its message, as paths. */
function objectPaths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, each]) =>
    name === "message" ? [] : objectPaths(each, [...path, name]),
  );
  return Array.isArray(value) ? inner : [path, ...inner];
}

test("an unknown field at any depth of any event is reported and found by search", () => {
  const unknown = {
    event: { type: "survey_answered", payload: { survey: { name: "First answer", steps: [{ minutes: 4 }] } } },
  };
  const misfit = { event: { type: "note", payload: { words: { de: "Hallo" } } } };
  const tried = [...samples, unknown, misfit].flatMap(({ event: { type, payload } }) =>
    objectPaths(payload).map((path) => {
      const copy = structuredClone(payload);
      const parent = path.reduce<unknown>((value, name) => Reflect.get(Object(value), name), copy);
      Reflect.set(Object(parent), "zz_unknown", [{ inner: "canary7" }]);
      return read(type, copy);
    }),
  );
  expect(tried.length).toBeGreaterThan(80);
  expect(tried.filter((event) => !searchTextOf(event).includes("canary7"))).toEqual([]);
  const understood = tried.filter(({ recognised }) => recognised);
  expect(understood.length).toBeGreaterThan(70);
  expect(understood.filter((event) => !unreadOfEvent(event).some(({ value }) => value === "canary7"))).toEqual([]);
});
