import fc from "fast-check";
import { expect, it } from "vitest";
import { readEvent } from "@/lib/events/read-event";
import { simulate } from "@/lib/simulator/simulate";
import { stateAt } from "./checkpoints";
import { emptyState, fold } from "./fold";

const events = simulate({ seed: "moments", conversations: 40, now: Date.UTC(2026, 10, 22, 12) })
  .flatMap(({ events }) => events)
  .slice(0, 450)
  .map((sent, index) =>
    readEvent({
      id: String(index + 1),
      raw: JSON.stringify(sent),
      receivedAt: "2026-11-22T12:00:00.000000Z",
      deliveryId: "1",
    }),
  );

it("gives the fold of the first events at every index, in any order of asking", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: events.length - 1 }), { maxLength: 8 }), (indexes) => {
      const own = [...events];
      for (const index of indexes)
        expect(stateAt(own, index)).toEqual(fold(events.slice(0, index + 1), stateAt(own, -1)));
    }),
    { numRuns: 30 },
  );
});

it("stays within the conversation", () => {
  expect(stateAt(events, 10_000)).toEqual(fold(events));
  expect(stateAt(events, -5).eventCount).toBe(0);
  expect(stateAt([], 3)).toEqual(emptyState(""));
});

it("hands out states that later ones do not change", () => {
  const early = structuredClone(stateAt(events, 99));
  stateAt(events, 449);
  expect(stateAt(events, 99)).toEqual(early);
});
