import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEvent } from "@/lib/event-types/read-event";
import { simulate } from "@/lib/simulator/simulate";
import { checkpointing, continueCheckpoints, isStateNear, stateAt } from "./checkpoints";
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

it("returns the fold of the first events at every index, in any order of access", () => {
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

it("returns states that later ones do not modify", () => {
  const early = structuredClone(stateAt(events, 99));
  stateAt(events, 449);
  expect(stateAt(events, 99)).toEqual(early);
});

describe("a conversation that continues", () => {
  it("keeps its states, also when a late event is inserted", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 449 }), fc.integer({ min: -1, max: 449 }), (late, index) => {
        const first = events.filter((_, place) => place !== late && place < 400);
        stateAt(first, 398);
        const whole = [...events];
        continueCheckpoints(first, whole);
        expect(stateAt(whole, index)).toEqual(fold(events.slice(0, index + 1), stateAt(whole, -1)));
      }),
      { numRuns: 60 },
    );
  });

  it("folds to an index in steps", () => {
    const own = [...events];
    expect(isStateNear(own, 449)).toBe(false);
    const work = checkpointing(own, 449);
    let steps = 0;
    while (!work.next().done) steps += 1;
    expect(steps).toBe(4);
    expect(isStateNear(own, 449)).toBe(true);
    expect(stateAt(own, 449)).toEqual(fold(events));
  });
});
