import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEvent } from "@/lib/event-types/read-event";
import { emptyState, evolve, fold } from "@/lib/fold/fold";
import { randomNumbers } from "@/lib/testing/many-conversations";
import { type NaiveStep, stepsNaively } from "@/lib/testing/naive/steps-naively";
import { some } from "@/lib/testing/some";
import { type FlowEvent, flowWorld, templates } from "@/lib/testing/worlds/flow-world";
import { readSnapshot, writeSnapshot } from "../snapshot";
import { type Step, stepsOf } from "./steps-of";

const end = Date.UTC(2024, 0, 1);
const worlds = fc
  .record({ seed: fc.integer(), count: fc.integer({ min: 1, max: 30 }) })
  .map(({ seed, count }) => flowWorld(randomNumbers(seed), count, { place: 1, end }));

const read = (world: readonly FlowEvent[]) =>
  world.map((event, place) => {
    const from = { receivedAt: "2026-11-22T12:00:00.000000Z", deliveryId: "1" };
    return readEvent({ id: String(place + 1), raw: JSON.stringify(event), ...from });
  });

function comparable(step: Step): Omit<NaiveStep, "prompt"> {
  const { text, at, outcome, answer, tookMs, cameFrom, wentTo } = step;
  const index = text.choices.findIndex(({ key }) => key === answer);
  const shown = { shown: text.title, at: Date.parse(at), outcome };
  return { ...shown, answer: index === -1 ? null : index, tookMs, cameFrom, wentTo };
}

describe("the steps of a conversation", () => {
  it("after each event, equal a naive evaluation of the events up to it", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(worlds, (world) => {
        let state = emptyState(world[0]?.conversation.key ?? "");
        const events = read(world);
        for (const [place, event] of some(events).entries()) {
          state = evolve(readSnapshot(writeSnapshot(state)) ?? state, event);
          const steps = stepsOf(state);
          const naive = stepsNaively(world.slice(0, place + 1));
          expect(steps.map(comparable)).toEqual(naive.map(({ prompt: _, ...step }) => step));
          for (const { outcome, cameFrom, wentTo } of steps)
            seen.add(outcome).add(`from ${cameFrom}`).add(`to ${wentTo}`);
          for (const [index, one] of steps.entries()) {
            const isSame = steps.map((other) => one.text.prompt === other.text.prompt);
            expect(isSame).toEqual(naive.map((other) => naive[index]?.prompt === other.prompt));
          }
        }
        expect(state).toEqual(fold(events));
      }),
      { numRuns: 500 },
    );
    const outcomes = ["answered", "typedInstead", "askedAgain", "handedOver", "open"];
    const froms = ["start", "prompt", "human", "closed"].map((from) => `from ${from}`);
    const tos = ["prompt", "human", "closed", "open"].map((to) => `to ${to}`);
    expect([...seen].sort()).toEqual([...outcomes, ...froms, ...tos].sort());
  }, 60_000);

  it("know all templates apart", () => {
    expect(new Set(templates.map(({ shown }) => shown)).size).toBe(templates.length);
  });
});
