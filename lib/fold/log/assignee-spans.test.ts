import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/events/event";
import { assigneeSpans } from "./assignee-spans";

const bot: Actor = { type: "bot", id: "1", email: null, name: null };
const ines: Actor = { type: "user", id: "2", email: "ines@example.com", name: null };
const at = (seconds: number) => new Date(Date.UTC(2026, 0, 8, 14, 0, seconds)).toISOString().replace("Z", "000Z");

describe("assigneeSpans", () => {
  it("returns one span without changes", () => {
    const spans = assigneeSpans({ assignee: bot, assignments: [], createdAt: at(0), lastEventAt: at(30) });
    expect(spans).toEqual([{ assignee: bot, eventId: null, from: at(0), to: at(30), milliseconds: 30_000 }]);
  });

  it("takes the first assignee from the first change, and ends with the last event", () => {
    const spans = assigneeSpans({
      assignee: null,
      assignments: [
        { eventId: "5", from: bot, to: ines, by: ines, at: at(10) },
        { eventId: "9", from: ines, to: null, by: ines, at: at(40) },
      ],
      createdAt: at(0),
      lastEventAt: at(45),
    });
    expect(spans.map((span) => [span.assignee?.id ?? null, span.milliseconds])).toEqual([
      ["1", 10_000],
      ["2", 30_000],
      [null, 5_000],
    ]);
  });

  it("never has a negative length, even if the creation arrives late", () => {
    const spans = assigneeSpans({
      assignee: ines,
      assignments: [{ eventId: "5", from: bot, to: ines, by: ines, at: at(10) }],
      createdAt: at(50),
      lastEventAt: at(20),
    });
    expect(spans.every((span) => span.milliseconds >= 0)).toBe(true);
  });
});
