import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEvent } from "@/lib/event-types/read-event";
import type { Event } from "@/lib/events/event";
import { emptyState, evolve, fold, toConversation } from "@/lib/fold/fold";
import { randomNumbers } from "@/lib/testing/many-conversations";
import { serviceNaively } from "@/lib/testing/naive/service-naively";
import { some } from "@/lib/testing/some";
import { type ServiceEvent, serviceWorld } from "@/lib/testing/worlds/service-world";
import { factsOf } from "./facts";
import { readSnapshot, writeSnapshot } from "./snapshot";

const worlds = fc
  .record({ seed: fc.integer(), count: fc.integer({ min: 1, max: 40 }) })
  .map(({ seed, count }) => serviceWorld(randomNumbers(seed), count));

describe("waiting, replies and the last prompt", () => {
  it("after each event, equal a naive evaluation of the events up to it", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        let state = emptyState(world[0]?.conversation.key ?? "");
        const events = read(world);
        for (const [place, event] of some(events).entries()) {
          state = evolve(readSnapshot(writeSnapshot(state)) ?? state, event);
          const { replies, handover, lastPrompt, replyTimes, ...naive } = serviceNaively(world.slice(0, place + 1));
          const { visitorSpokeLast, visitorTurns, closer, closedByPerson: _, closedAt, sent, ...service } = naive;
          const conversation = toConversation(state);
          expect(conversation).toMatchObject(service);
          if (lastPrompt === null) expect(conversation.lastPrompt).toBeNull();
          else expect(conversation.lastPrompt).toMatchObject(lastPrompt);
          expect(factsOf(state)).toEqual({
            ...{ visitorSpokeLast, visitorTurns, closer, closedAt, replies: replyTimes, ...sent },
            engaged: service.firstVisitorMessage !== null,
            handoverAt: handover === null ? null : (events[handover]?.occurredAt ?? null),
            handoverWaitMs: service.humanWaitMs,
            replied: replies.length > 0,
            closedAfterMs:
              closedAt === null ? null : Date.parse(closedAt) - Date.parse("2024-01-01") + digitsOf(closedAt),
          });
          expect(state.replies).toMatchObject({
            count: replies.length,
            handover: handover === null ? null : { eventId: String(handover + 1) },
            first: replies[0] === undefined ? null : { eventId: String(replies[0] + 1) },
          });
        }
        expect(state).toEqual(fold(events));
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});

/** The microseconds of a time that its milliseconds do not have, in milliseconds. */
function digitsOf(iso: string): number {
  return Number(iso.slice(23, 26)) / 1000;
}

function read(world: readonly ServiceEvent[]): Event[] {
  return world.map((event, place) =>
    readEvent({
      id: String(place + 1),
      raw: JSON.stringify(event),
      receivedAt: "2026-11-22T12:00:00.000000Z",
      deliveryId: "1",
    }),
  );
}
