import { describe, expect, it } from "vitest";
import type { Summary } from "@/lib/conversation/conversation";
import { holdOrder } from "./hold-order";

describe("a held order", () => {
  it("is the latest one when nothing moved", () => {
    expect(held("a b c", "a b c")).toEqual({ keys: "a b c", waiting: 0 });
  });

  it("keeps a row in place that moved up, with its new content", () => {
    const rows = [summary("a"), summary("b"), summary("c")];
    const latest = [summary("c", "new title"), summary("a"), summary("b")];
    const result = holdOrder(rows, latest);
    expect(result.rows.map(({ key, title }) => [key, title])).toEqual([
      ["a", "a"],
      ["b", "b"],
      ["c", "new title"],
    ]);
    expect(result.waiting).toBe(1);
  });

  it("counts new rows and rows that moved up", () => {
    expect(held("a b c d", "x d y b a c")).toEqual({ keys: "a b c d", waiting: 4 });
  });

  it("appends the next page", () => {
    expect(held("a b", "a b c d")).toEqual({ keys: "a b c d", waiting: 0 });
    expect(held("a b", "x a b c d")).toEqual({ keys: "a b c d", waiting: 1 });
  });

  it("keeps a row that left the list", () => {
    expect(held("a b c", "a c")).toEqual({ keys: "a b c", waiting: 0 });
  });

  it("shows the latest rows when nothing was shown", () => {
    expect(held("", "a b")).toEqual({ keys: "a b", waiting: 0 });
  });
});

function held(shown: string, latest: string) {
  const { rows, waiting } = holdOrder(summaries(shown), summaries(latest));
  return { keys: rows.map(({ key }) => key).join(" "), waiting };
}

function summaries(keys: string): Summary[] {
  return keys
    .split(" ")
    .filter(Boolean)
    .map((key) => summary(key));
}

function summary(key: string, title = key): Summary {
  return {
    key,
    id: null,
    title,
    status: "open",
    account: { key: "account" },
    bot: null,
    visitor: { key: "visitor", name: null, email: null },
    channel: null,
    assignee: null,
    labels: [],
    createdAt: "2026-01-08T14:00:00.000000Z",
    lastEventAt: "2026-01-08T14:00:00.000000Z",
    eventCount: 1,
    messageCounts: { visitor: 0, bot: 0, user: 0 },
    noteCount: 0,
    gapCount: 0,
    awaitsAnswer: false,
    humanWaitMs: null,
    firstReplyMs: null,
    longestReplyMs: null,
    waitingSince: null,
    lastPrompt: null,
    reopened: false,
    firstVisitorMessage: null,
    lastMessage: null,
  };
}
