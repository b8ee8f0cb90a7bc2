import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEvent } from "@/lib/event-types/read-event";
import { compareEvents } from "@/lib/events/compare-events";
import type { Event } from "@/lib/events/event";
import { fold } from "@/lib/fold/fold";
import type { PlatformEvent } from "@/lib/simulator/platform-event";
import { simulate } from "@/lib/simulator/simulate";
import { some } from "@/lib/testing/some";

const receivedAt = "2026-11-22T12:00:00.000000Z";
const read = (sent: unknown, index: number): Event =>
  readEvent({ id: String(index + 1), raw: JSON.stringify(sent), receivedAt, deliveryId: "1" });
const gapsOf = (events: readonly Event[]) => fold(events).gaps;
const conversations = simulate({ seed: "gaps", conversations: 1000, now: Date.UTC(2026, 10, 22, 12), days: 30 }).map(
  ({ scenario, events }) => ({ scenario, sent: events, events: events.map(read) }),
);

describe("a complete conversation", () => {
  it("has no gap: 1,000 simulated ones", () => {
    expect(
      some(conversations).flatMap(({ scenario, events }) => gapsOf(events).map((gap) => ({ scenario, ...gap }))),
    ).toEqual([]);
  });

  it("has no gap when the subscription began in the middle", () => {
    for (const { events } of some(conversations.slice(0, 300))) {
      const from = events.length >> 1;
      // Earlier events are unknown, so only contradictions count, and these events do not contradict each other.
      expect(gapsOf(events.slice(from))).toEqual([]);
    }
  });

  it("has no gap when the first event is an opening", () => {
    const { sent = [] } = conversations[1] ?? {};
    const opening = {
      ...sent[0],
      event: { type: "status", payload: { status: "Open" } },
      timestamp: sent[1]?.timestamp,
    };
    expect(gapsOf([sent[0], opening, ...sent.slice(1)].map(read))).toEqual([]);
  });

  it("has no gap in the published samples, in any order within their shared timestamp", () => {
    const samples = readdirSync("lib/samples")
      .filter((name) => name.endsWith(".json"))
      .map((name) => JSON.parse(readFileSync(`lib/samples/${name}`, "utf8")).events[0]);
    fc.assert(
      fc.property(fc.shuffledSubarray(samples, { minLength: samples.length }), (arrived) => {
        expect(fold(arrived.map(read).sort(compareEvents)).gaps).toEqual([]);
      }),
    );
  });
});

describe("a removed event", () => {
  it("is detected in 95 of 100 cases, by kind", () => {
    const figures: Record<string, { removed: number; found: number }> = {};
    for (const { sent, events } of conversations.filter(({ events }) => events.length < 150)) {
      for (const { kind, place } of detectableEvents(sent)) {
        const figure = figures[kind] ?? { removed: 0, found: 0 };
        figures[kind] = figure;
        figure.removed += 1;
        if (gapsOf(events.toSpliced(place, 1)).length > 0) figure.found += 1;
      }
    }
    expect(Object.keys(figures).sort()).toEqual(["assignee", "label", "prompt", "status"]);
    const short = conversations.filter(({ events }) => events.length < 150).length;
    console.info(
      `Gap finder: no alarm on ${conversations.length} complete conversations. One event removed of ${short} of them:`,
    );
    for (const [kind, { removed, found }] of Object.entries(figures)) {
      console.info(`  ${kind}: ${found} of ${removed} found (${((100 * found) / removed).toFixed(1)} %)`);
      expect(found / removed, `${kind}: ${found} of ${removed}`).toBeGreaterThanOrEqual(0.95);
    }
  });

  it("is marked after the event before the contradiction, and explained", () => {
    const { events } = conversations.find(({ events }) => changesOf(events).length > 1) ?? { events: [] };
    const [first = 0, second = 0] = changesOf(events);
    const [gap] = gapsOf(events.toSpliced(first, 1));
    expect(gap).toMatchObject({ afterEventId: events[second - 1]?.id });
    expect(gap?.reason).toContain("was assigned");
  });
});

/** Events whose loss is detectable from later events, with their index. */
function detectableEvents(events: readonly PlatformEvent[]): { kind: string; place: number }[] {
  return events.flatMap(({ event }, place) => {
    const later = events.slice(place + 1);
    if (event.type === "assignee_change" && later.some((each) => each.event.type === "assignee_change"))
      return [{ kind: "assignee", place }];
    if (event.type === "status" && later.some((each) => each.event.type === "status"))
      return [{ kind: "status", place }];
    if (event.type === "conversation_labels" && event.payload.action === "added" && isTakenOff(event.payload, later))
      return [{ kind: "label", place }];
    return isAnswered(event.payload, later) ? [{ kind: "prompt", place }] : [];
  });
}

function isTakenOff(added: Record<string, unknown>, later: readonly PlatformEvent[]): boolean {
  const [{ id }] = added.labels as [{ id: number }];
  const next = later.find(
    ({ event }) => event.type === "conversation_labels" && (event.payload.labels as [{ id: number }])[0].id === id,
  );
  return next?.event.payload.action === "deleted";
}

function isAnswered(prompt: Record<string, unknown>, later: readonly PlatformEvent[]): boolean {
  const asked = messageType(prompt);
  const next = later.find(({ event }) => event.type === "message" && messageType(event.payload) !== "delay");
  return asked !== undefined && next !== undefined && messageType(next.event.payload) === `${asked}.response`;
}

function messageType(payload: Record<string, unknown>): string | undefined {
  return (payload.message as { type: string } | undefined)?.type;
}

function changesOf(events: readonly Event[]): number[] {
  return events.flatMap(({ type }, place) => (type === "assignee_change" ? [place] : []));
}
