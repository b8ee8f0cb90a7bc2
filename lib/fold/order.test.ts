import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSnapshot, writeSnapshot } from "@/lib/conversation/snapshot";
import { summarise } from "@/lib/conversation/summarise";
import { payloadProblem } from "@/lib/event-types/payload-problem";
import { readEvent } from "@/lib/event-types/read-event";
import { compareEvents } from "@/lib/events/compare-events";
import type { Event } from "@/lib/events/event";
import { canonicalJson } from "@/lib/json/canonical-json";
import { simulate } from "@/lib/simulator/simulate";
import { some } from "@/lib/testing/some";
import { emptyState, evolve, fold, toConversation } from "./fold";

const conversations = simulate({ seed: "order", conversations: 60, now: Date.UTC(2026, 10, 22, 12) })
  .map(({ events }) => events.map((event) => JSON.stringify(event)))
  .filter((texts) => texts.length < 120);

/**
 * An in-memory store: deduplicates by content, assigns ids by arrival, and continues the fold or restarts it as the order
 * requires.
 */
class Log {
  private readonly seen = new Set<string>();
  private readonly events: Event[] = [];
  state = emptyState("");

  /** `nameOf` replaces the id given by the arrival, so that states can be compared across arrival orders. */
  deliver(batch: readonly string[], nameOf: (raw: string) => string): void {
    const occurrences = new Map<string, number>();
    for (const raw of batch) {
      const content = canonicalJson(raw);
      const occurrence = (occurrences.get(content) ?? 0) + 1;
      occurrences.set(content, occurrence);
      const identity = `${occurrence} ${content}`;
      if (this.seen.has(identity)) continue;
      this.seen.add(identity);
      this.append(readEvent({ id: nameOf(raw), raw, receivedAt: "2026-11-22T12:00:00.000000Z", deliveryId: "1" }));
    }
  }

  private append(event: Event): void {
    const last = this.events.at(-1);
    this.events.push(event);
    if (last === undefined || compareEvents(last, event) < 0) {
      const snapshot = last === undefined ? null : readSnapshot(writeSnapshot(this.state));
      this.state = evolve(snapshot ?? emptyState(event.envelope.conversation.key), event);
    } else this.state = fold(this.events.sort(compareEvents));
  }
}

function batches<Item>(items: readonly Item[], sizes: readonly number[]): Item[][] {
  const cut: Item[][] = [];
  for (let start = 0, turn = 0; start < items.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    cut.push(items.slice(start, start + size));
    start += size;
  }
  return cut;
}

describe("with distinct timestamps", () => {
  it("any order, batching and duplication of the deliveries results in the same state", () => {
    const arrivals = fc.constantFrom(...conversations).chain((texts) =>
      fc.record({
        texts: fc.constant(texts),
        order: fc.shuffledSubarray(texts, { minLength: texts.length }),
        repeated: fc.subarray(texts),
        sizes: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
      }),
    );
    fc.assert(
      fc.property(arrivals, ({ texts, order, repeated, sizes }) => {
        const nameOf = (raw: string) => String(texts.indexOf(raw) + 1);
        const log = new Log();
        // Duplicates are in separate deliveries: within one delivery, the same event twice is two events.
        for (const batch of batches(order, sizes)) log.deliver(batch, nameOf);
        for (const raw of repeated) log.deliver([raw], nameOf);
        const inOrder = texts.map((raw) =>
          readEvent({ id: nameOf(raw), raw, receivedAt: "2026-11-22T12:00:00.000000Z", deliveryId: "1" }),
        );
        expect(log.state).toEqual(fold(inOrder));
        expect(toConversation(log.state)).toEqual(toConversation(fold(inOrder)));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("the state after k events is the fold of the first k, for every k", () => {
    const [texts = []] = conversations;
    const events = texts.map((raw, index) =>
      readEvent({ id: String(index + 1), raw, receivedAt: "2026-11-22T12:00:00.000000Z", deliveryId: "1" }),
    );
    let state = emptyState(events[0]?.envelope.conversation.key ?? "");
    for (const [index, event] of some(events).entries()) {
      state = evolve(state, event);
      expect(state).toEqual(fold(events.slice(0, index + 1)));
    }
  });
});

describe("with one timestamp", () => {
  const variable = (value: number): string =>
    JSON.stringify({
      event: { type: "variables", payload: { variables: [{ type: "number", name: "n", value }] } },
      conversation: { key: "k" },
      timestamp: "2026-11-22 12:00:00.000001",
    });

  it("the order of arrival decides, then the index in the batch", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { minLength: 2 }), (values) => {
        const log = new Log();
        let arrived = 0;
        for (const batch of batches(values, [1, 3])) {
          log.deliver(batch.map(variable), () => String(++arrived));
        }
        expect(log.state.variables.n?.value).toBe(values.at(-1));
      }),
    );
  });
});

describe("hostile payloads", () => {
  const types = fc.constantFrom(
    ..."conversation_create message status assignee_change variables conversation_labels note sla".split(" "),
  );
  const fields = fc.constantFrom(
    ..."message_by message type payload title created_at bot_id channel is_closed external_key variables status to from".split(
      " ",
    ),
    ..."assigned_to_user action labels id name value note closed_by buttons fields items list sections text __proto__".split(
      " ",
    ),
  );
  const nested = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.jsonValue(), fc.constant(null), tie("list"), tie("object")),
    list: fc.array(tie("value"), { maxLength: 4 }),
    object: fc.array(fc.tuple(fields, tie("value")), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
  })).value;
  const message = fc.record({
    message_by: nested,
    message: fc.record({
      type: fc.constantFrom("button", "form.response", "list", "slider", "carousel", "send_message", "x.response"),
      payload: nested,
    }),
  });

  it("never throw, and leave a state that survives being stored", () => {
    const sent = fc.tuple(types, fc.oneof(nested, message));
    fc.assert(
      fc.property(fc.array(sent, { maxLength: 12 }), (list) => {
        const events = list.map(([type, payload], index) =>
          readEvent({
            id: String(index + 1),
            raw: JSON.stringify({
              event: { type, payload },
              conversation: { key: "k" },
              timestamp: `2026-11-22 12:00:${String(index).padStart(2, "0")}`,
            }),
            receivedAt: "2026-11-22T12:00:00.000000Z",
            deliveryId: "1",
          }),
        );
        for (const event of events) expect(event.recognised).toBe(payloadProblem(event) === null);
        const state = fold(events);
        expect(readSnapshot(writeSnapshot(state))).toEqual(state);
        expect(summarise(state).eventCount).toBe(events.length);
      }),
      { numRuns: 1500 },
    );
  }, 60_000);
});
