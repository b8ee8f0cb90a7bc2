import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import type { Statements } from "@/lib/store/connection/statements";
import { digestOf, findTombstones, readErasureKey } from "@/lib/store/erasure/tombstones";
import { cutEvents } from "./cut-events";
import { hashLength } from "./insert-events";
import type { NewDelivery, NewEvent, NewQuarantinedEvent, StorableDelivery } from "./new-delivery";

/**
 * Removes the events that were erased before, and those of visitors whose later events are refused, from deliveries and from
 * their bodies. What was erased from quarantine is recognized by its exact text.
 */
export async function withoutErased(
  transaction: Statements,
  dialect: Dialect,
  deliveries: readonly NewDelivery[],
): Promise<StorableDelivery[]> {
  const key = await readErasureKey(transaction);
  const ofVisitors = new Map<string, Buffer>();
  const digests = new Map<NewEvent | NewQuarantinedEvent | NewDelivery, Buffer[]>();
  for (const delivery of deliveries) {
    for (const event of delivery.events) {
      const own = digestOf(key, "event", event.hash.subarray(0, hashLength));
      const visitor = event.reading.ok ? event.reading.envelope.visitor.key : null;
      if (visitor === null) digests.set(event, [own]);
      else {
        const ofVisitor = ofVisitors.get(visitor) ?? digestOf(key, "visitor", visitor);
        ofVisitors.set(visitor, ofVisitor);
        digests.set(event, [own, ofVisitor]);
      }
    }
    for (const event of delivery.quarantined) digests.set(event, [digestOf(key, "quarantined", event.raw)]);
    if (delivery.verdict === "quarantined") digests.set(delivery, [digestOf(key, "quarantined", delivery.body)]);
  }
  const found = await findTombstones(transaction, dialect, [...new Set([...digests.values()].flat())]);
  const isErased = (part: NewEvent | NewQuarantinedEvent | NewDelivery) =>
    (digests.get(part) ?? []).some((digest) => found.has(digest.toString("hex")));
  return deliveries.map((delivery) => withoutThose(delivery, isErased));
}

function withoutThose(
  delivery: NewDelivery,
  isErased: (part: NewEvent | NewQuarantinedEvent | NewDelivery) => boolean,
): StorableDelivery {
  const size = delivery.body.byteLength;
  const nothing = { verdict: "accepted", reason: null, position: null, events: [], quarantined: [] } as const;
  if (isErased(delivery)) {
    return { ...delivery, ...nothing, body: null, size, erased: Math.max(1, delivery.quarantined.length) };
  }
  const cut = delivery.events.filter(isErased);
  const unreadable = delivery.quarantined.filter(isErased);
  const erased = cut.length + unreadable.length;
  if (erased === 0) return { ...delivery, size, erased };
  const kept = delivery.events.filter((event) => !isErased(event));
  const left = delivery.quarantined.filter((event) => !isErased(event));
  const located = unreadable.map(({ raw }) => ({ raw, position: positionOf(delivery.body, raw) }));
  const body = cutEvents(delivery.body, { cut: [...cut, ...located], kept, quarantined: left });
  // Offsets in the body as received.
  const quarantined = left.map((event) => ({ ...event, position: null }));
  const isReadable = left.length === 0 && unreadable.length > 0;
  // A reason quotes the event.
  const { verdict, reason } = isReadable
    ? nothing
    : { ...delivery, reason: unreadable.length === 0 ? delivery.reason : (left[0]?.reason ?? null) };
  return { ...delivery, verdict, reason, events: kept, quarantined, position: null, body, size, erased };
}

/** Where a body contains a text; null if it does not contain it exactly once. */
function positionOf(body: Uint8Array, raw: string): number | null {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const position = bytes.indexOf(raw);
  return position === -1 || bytes.includes(raw, position + 1) ? null : position;
}
