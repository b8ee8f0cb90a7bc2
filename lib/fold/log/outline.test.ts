import { expect, it } from "vitest";
import { sketchEvents } from "@/components/timeline/test-events";
import { type Exchange, pairExchanges } from "@/lib/conversation/prompts/exchanges";
import { simulate } from "@/lib/simulator/simulate";
import { asEvents } from "@/lib/testing/as-events";
import type { Chapter } from "./chapters";
import { outlineOf, outlinePlace } from "./outline";

const dayOf = (instant: string) => instant.slice(0, 10);

it("names days, chapters, prompts, notes and gaps in their order, and a run of notes once", () => {
  const events = sketchEvents([
    { at: 0, type: "conversation_create" },
    { at: 1, by: "bot", text: "Which one?" },
    { at: 2, by: "visitor" },
    { at: 3, by: "agent", type: "assignee_change" },
    { at: 4, by: "agent", type: "note" },
    { at: 5, by: "agent", type: "note" },
    { at: 6, by: "bot", type: "variables" },
    { at: 7, by: "agent", type: "note" },
    { at: 40_000, by: "agent", type: "status" },
    { at: 40_001, by: "agent", type: "note" },
  ]);
  const exchange: Exchange = { promptId: "2", answerId: "3", outcome: "answered", afterMs: 1000, variables: [] };
  const gaps = [{ afterEventId: "7", reason: "lost" }];
  const chapters = ["1", "4"].map((eventId, place): Chapter => {
    return {
      kind: place === 0 ? "bot" : "agent",
      eventId,
      index: place * 3,
      actor: null,
      milliseconds: 0,
      outcome: null,
    };
  });
  const items = outlineOf({ events, chapters, exchanges: [exchange], gaps, dayOf });
  expect(items.map((item) => `${item.kind} ${item.event.id}${item.kind === "notes" ? ` ×${item.count}` : ""}`)).toEqual(
    [
      ...[
        "day 1",
        "chapter 1",
        "prompt 2",
        "chapter 4",
        "notes 5 ×2",
        "gap 7",
        "notes 8 ×1",
        "day 9",
        "event 9",
        "notes 10 ×1",
      ],
    ],
  );
  expect(items[outlinePlace(items, 5)]?.key).toBe("notes-5");
  expect(outlinePlace(items, -1)).toBe(-1);
});

it("lists every prompt of simulated conversations once", () => {
  let seen = 0;
  for (const conversation of simulate({ seed: "outline", conversations: 30, now: Date.UTC(2026, 10, 22, 12) })) {
    const events = asEvents(conversation);
    const exchanges = pairExchanges(events);
    const prompts = outlineOf({ events, exchanges, gaps: [], chapters: [], dayOf }).filter(
      ({ kind }) => kind === "prompt",
    );
    seen += prompts.length;
    expect(prompts.map(({ event }) => event.id).sort()).toEqual(exchanges.map(({ promptId }) => promptId).sort());
  }
  expect(seen).toBeGreaterThan(30);
});
