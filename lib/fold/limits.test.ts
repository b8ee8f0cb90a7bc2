import { expect, it } from "vitest";
import { readEvent } from "@/lib/event-types/read-event";
import type { Event } from "@/lib/events/event";
import { toIso } from "@/lib/time/instant";
import { fold, toConversation } from "./fold";

const start = 1_693_576_800_000_000n;
const ada = { id: "2", type: "user" };
const bo = { id: "3", type: "user" };
const visitor = { type: "visitor" };
let arrived = 0;

/** An event so many microseconds after the start. */
function at(microseconds: number, type: string, payload: unknown): Event {
  arrived += 1;
  const timestamp = toIso(start + BigInt(microseconds))
    .replace("T", " ")
    .replace("Z", "");
  const raw = JSON.stringify({
    event: { type, payload },
    conversation: { key: "k" },
    visitor: { key: "v" },
    timestamp,
  });
  return readEvent({ id: String(arrived), raw, receivedAt: "2023-09-02T00:00:00.000000Z", deliveryId: "1" });
}

const second = 1_000_000;
const created = (more: object = {}) => at(0, "conversation_create", { title: "x", ...more });
const asks = (time: number) =>
  at(time, "message", {
    message_by: { type: "bot", id: "1" },
    message: { type: "button", payload: { title: "?", buttons: [{ title: "A", callback: "" }] } },
  });
const chooses = (time: number, title: string) =>
  at(time, "message", { message_by: visitor, message: { type: "button.response", payload: { title } } });
const says = (time: number, by: object) =>
  at(time, "message", { message_by: by, message: { type: "text", text: "hello" } });
const gapsOf = (...events: Event[]) => toConversation(fold(events)).gaps.map(({ reason }) => reason.split(":")[0]);

const unasked = "An answer (button.response) without a prompt";

it.each([
  [10 * second, "A", []],
  [10 * second + 1, "A", [unasked]],
  [10 * second, "B", [unasked]],
])("a second press after %i µs of %s has the gaps %j", (after, title, gaps) => {
  expect(gapsOf(created(), asks(second), chooses(2 * second, "A"), chooses(2 * second + after, title))).toEqual(gaps);
});

it.each([
  [second - 1, 0],
  [second, 1],
])("a creation %i µs after the first message has %i gaps", (after, count) => {
  expect(gapsOf(says(0, visitor), at(after, "conversation_create", { title: "x" }))).toHaveLength(count);
});

it.each([
  ["2023-09-01 14:00:00.999999", 0],
  ["2023-09-01 14:00:01", 1],
])("a conversation created at %s, with an event a moment before, has %i gaps", (created_at, count) => {
  expect(gapsOf(at(0, "note", { note: "x" }), at(5 * second, "conversation_create", { created_at }))).toHaveLength(
    count,
  );
});

it("two changes of one moment prove nothing, two of one after the other do", () => {
  const closes = (time: number) => at(time, "status", { status: "Close" });
  const moves = (time: number, from: object | null, to: object) => at(time, "assignee_change", { from, to });
  expect(gapsOf(created(), closes(second), closes(second))).toEqual([]);
  expect(gapsOf(created(), closes(second), closes(second + 1))).toEqual(["Closed while already closed"]);
  expect(gapsOf(created(), moves(second, null, ada), moves(second, null, bo))).toEqual([]);
  expect(gapsOf(created(), moves(second, null, ada), moves(second + 1, null, bo))).toEqual([
    "Reassigned from nobody, but Agent 2 was assigned",
  ]);
  // The gap of the first is taken back, that of another subject is not.
  expect(gapsOf(created(), moves(1, null, ada), closes(2), moves(3, bo, ada), closes(3), moves(3, ada, bo))).toEqual([
    "Closed while already closed",
  ]);
});

it.each([
  ["conversation_labels", { action: "removed", labels: [{ id: 1, name: "vip" }] }, true, 1],
  ["conversation_labels", { action: "removed", labels: [{ id: 1, name: "vip" }] }, false, 0],
  ["conversation_labels", { action: "added", labels: [{ id: 1, name: "vip" }] }, true, 0],
])("%s %j in a conversation whose start was seen (%s) has %i gaps", (type, payload, isSeen, count) => {
  const before = isSeen ? [created()] : [at(0, "note", { note: "x" })];
  expect(gapsOf(...before, at(second, type, payload))).toHaveLength(count);
});

it("times from the handover and the first message end with the first human reply, to the microsecond", () => {
  const state = toConversation(
    fold([
      created(),
      says(second, visitor),
      at(2 * second, "assignee_change", { from: null, to: ada }),
      says(3 * second, visitor),
      says(4 * second + 1, ada),
      says(5 * second, visitor),
      says(7 * second + 2, ada),
      says(8 * second, visitor),
    ]),
  );
  expect(state).toMatchObject({
    humanWaitMs: 2000.001,
    firstReplyMs: 3000.001,
    longestReplyMs: 2000.002,
    waitingSince: "2023-09-01T14:00:08.000000Z",
    reopened: false,
  });
});

it("a conversation is reopened where it is opened after a close, and then waits for nobody until the visitor writes", () => {
  const events = [
    created(),
    at(second, "assignee_change", { from: null, to: ada }),
    says(2 * second, visitor),
    at(3 * second, "status", { status: "Close" }),
  ];
  expect(toConversation(fold(events))).toMatchObject({ status: "closed", reopened: false, waitingSince: null });
  const opened = [...events, at(4 * second, "status", { status: "open" })];
  expect(toConversation(fold(opened))).toMatchObject({ status: "open", reopened: true, waitingSince: null });
  const written = [...opened, says(5 * second, visitor)];
  expect(toConversation(fold(written)).waitingSince).toBe("2023-09-01T14:00:05.000000Z");
});

it("a removed label keeps its name for when it comes back without one", () => {
  const labels = (action: string, time: number, label: object) =>
    at(time, "conversation_labels", { action, labels: [label] });
  const events = [created(), labels("added", 1, { id: 1, name: "vip" }), labels("removed", 2, { id: 1 })];
  expect(toConversation(fold(events))).toMatchObject({ labels: [], gaps: [] });
  expect(toConversation(fold([...events, labels("added", 3, { id: 1 })])).labels).toEqual([{ id: "1", name: "vip" }]);
  expect(toConversation(fold([...events, labels("added", 3, { id: 1, name: "new" })])).labels).toEqual([
    { id: "1", name: "new" },
  ]);
});
