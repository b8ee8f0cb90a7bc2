import { describe, expect, it } from "vitest";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Actor } from "@/lib/events/event";
import { assigneeSpans } from "@/lib/fold/log/assignee-spans";
import { chargeSpans } from "./charge-spans";

const bot: Actor = { type: "bot", id: "1", email: null, name: "Shop assistant" };
const ines: Actor = { type: "user", id: "2", email: "ines@example.com", name: null };
const team: Actor = { type: "team", id: "3", email: null, name: "Support" };
const at = "2026-01-08T14:00:00.000000Z";
const indexOf = (id: string) => (id === "gone" ? undefined : Number(id));
const spansOf = (conversation: Pick<Conversation, "assignments" | "assignee">) =>
  chargeSpans(assigneeSpans({ ...conversation, createdAt: at, lastEventAt: at }), indexOf);

describe("chargeSpans", () => {
  it("begins with the assignee that the first change replaced", () => {
    const assignments = [{ eventId: "4", from: bot, to: ines, by: null, at }];
    expect(spansOf({ assignments, assignee: ines })).toEqual([
      { from: 0, voice: "bot" },
      { from: 4, voice: "agent" },
    ]);
  });

  it("is one span without a change", () => {
    expect(spansOf({ assignments: [], assignee: bot })).toEqual([{ from: 0, voice: "bot" }]);
    expect(spansOf({ assignments: [], assignee: null })).toEqual([{ from: 0, voice: null }]);
  });

  it("merges adjacent spans of one hue, and omits changes that are not loaded", () => {
    const assignments = [
      { eventId: "0", from: null, to: bot, by: null, at },
      { eventId: "3", from: bot, to: ines, by: null, at },
      { eventId: "5", from: ines, to: team, by: null, at },
      { eventId: "gone", from: team, to: bot, by: null, at },
      { eventId: "9", from: bot, to: null, by: null, at },
    ];
    expect(spansOf({ assignments, assignee: null })).toEqual([
      { from: 0, voice: "bot" },
      { from: 3, voice: "agent" },
      { from: 9, voice: null },
    ]);
  });
});
