import { expect, it } from "vitest";
import type { Conversation, Variable } from "@/lib/conversation/conversation";
import { emptyState, toConversation } from "@/lib/fold/fold";
import { diffConversations } from "./diff";

const conversation = (parts: Partial<Conversation>): Conversation => ({ ...toConversation(emptyState("k")), ...parts });
const variable = (value: unknown, eventId = "1"): Variable => ({
  value,
  type: "text",
  scope: "conversation",
  eventId,
  updatedAt: "2023-09-01T14:13:32.141788Z",
});
const note = (eventId: string) => ({ eventId, text: "x", by: null, at: "2023-09-01T14:13:32.141788Z" });
const nothing = {
  variables: [],
  labels: [],
  assignee: null,
  status: null,
  title: null,
  notes: { added: [], removed: [] },
  counts: [],
  waits: [],
};
const mia = { type: "user", id: "8292", email: "mia@example.com", name: null };

it("finds nothing between equal states", () => {
  const state = conversation({ variables: { a: variable("x") }, labels: [{ id: "1", name: "VIP" }], assignee: mia });
  const sameAgain = conversation({
    ...state,
    variables: { a: variable("x", "9") },
    assignee: { ...mia, email: "MIA@example.com" },
  });
  expect(diffConversations(state, sameAgain)).toEqual(nothing);
});

it("finds what was set, changed and removed, with both values", () => {
  const before = conversation({
    variables: { kept: variable(1), changed: variable("1"), gone: variable(null) },
    labels: [
      { id: "1", name: "VIP" },
      { id: "2", name: null },
      { id: "3", name: "Bug" },
    ],
    assignee: mia,
  });
  const after = conversation({
    variables: { kept: variable(1), changed: variable(1), constructor: variable({ a: [] }) },
    labels: [
      { id: "3", name: "Bug" },
      { id: "2", name: "Late" },
      { id: "4", name: "New" },
    ],
    status: "closed",
  });
  expect(diffConversations(before, after)).toEqual({
    variables: [
      { name: "changed", before: variable("1"), after: variable(1) },
      { name: "gone", before: variable(null), after: null },
      { name: "constructor", before: null, after: variable({ a: [] }) },
    ],
    labels: [
      { id: "1", before: { name: "VIP" }, after: null },
      { id: "2", before: { name: null }, after: { name: "Late" } },
      { id: "4", before: null, after: { name: "New" } },
    ],
    assignee: { before: mia, after: null },
    status: { before: "open", after: "closed" },
    title: null,
    notes: { added: [], removed: [] },
    counts: [],
    waits: [],
  });
});

it("finds new notes, another title and other counts", () => {
  const before = conversation({ title: "Visitor 1", notes: [note("1"), note("2")], eventCount: 9 });
  const messageCounts = { visitor: 2, bot: 0, user: 1 };
  const after = conversation({ title: "Mia", notes: [note("2"), note("7")], eventCount: 12, messageCounts });
  expect(diffConversations(before, after)).toEqual({
    ...nothing,
    title: { before: "Visitor 1", after: "Mia" },
    notes: { added: [note("7")], removed: [note("1")] },
    counts: [
      { of: "events", before: 9, after: 12 },
      { of: "visitor", before: 0, after: 2 },
      { of: "user", before: 0, after: 1 },
    ],
  });
});

it("finds waits that began, ended or became longer", () => {
  const at = "2023-09-01T14:13:32.141788Z";
  const before = conversation({ humanWaitMs: null, firstReplyMs: 1000, longestReplyMs: 1000, waitingSince: at });
  const after = conversation({ humanWaitMs: 2000, firstReplyMs: 1000, longestReplyMs: 3000, waitingSince: null });
  expect(diffConversations(before, after).waits).toEqual([
    { of: "humanWaitMs", before: null, after: 2000 },
    { of: "longestReplyMs", before: 1000, after: 3000 },
    { of: "waitingSince", before: at, after: null },
  ]);
});
