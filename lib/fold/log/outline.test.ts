import { expect, it } from "vitest";
import { sketchEvents } from "@/components/timeline/test-events";
import { type Exchange, pairExchanges } from "@/lib/conversation/prompts/exchanges";
import { simulate } from "@/lib/simulator/simulate";
import { asEvents } from "@/lib/testing/as-events";
import { outlineOf, outlinePlace } from "./outline";

const dayOf = (instant: string) => instant.slice(0, 10);

it("names days, handovers, changes of status, prompts, notes and gaps in their order", () => {
  const events = sketchEvents([
    { at: 0, type: "conversation_create" },
    { at: 1, by: "bot", text: "Which one?" },
    { at: 2, by: "visitor" },
    { at: 3, by: "agent", type: "assignee_change" },
    { at: 4, by: "agent", type: "note" },
    { at: 5, by: "bot", type: "variables" },
    { at: 40_000, by: "agent", type: "status" },
  ]);
  const exchange: Exchange = { promptId: "2", answerId: "3", outcome: "answered", afterMs: 1000, variables: [] };
  const gaps = [{ afterEventId: "5", reason: "lost" }];
  const items = outlineOf({ events, exchanges: [exchange], gaps, dayOf });
  expect(items.map(({ kind, event }) => `${kind} ${event.id}`)).toEqual([
    ...["day 1", "event 1", "prompt 2", "event 4", "event 5", "gap 5", "day 7", "event 7"],
  ]);
  expect(items.find(({ kind }) => kind === "gap")?.text).toBe("lost");
  expect(items[outlinePlace(items, 5)]?.key).toBe("gap-5");
  expect(outlinePlace(items, -1)).toBe(-1);
});

it("names every prompt of simulated conversations once", () => {
  let seen = 0;
  for (const conversation of simulate({ seed: "outline", conversations: 30, now: Date.UTC(2026, 10, 22, 12) })) {
    const events = asEvents(conversation);
    const exchanges = pairExchanges(events);
    const prompts = outlineOf({ events, exchanges, gaps: [], dayOf }).filter(({ kind }) => kind === "prompt");
    seen += prompts.length;
    expect(prompts.map(({ event }) => event.id).sort()).toEqual(exchanges.map(({ promptId }) => promptId).sort());
  }
  expect(seen).toBeGreaterThan(30);
});
