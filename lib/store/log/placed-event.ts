import "server-only";
import { readMeaning } from "@/lib/event-types/read-event";
import type { Event } from "@/lib/events/event";
import { toIso } from "@/lib/time/instant";
import type { StorableDelivery } from "./new-delivery";
import type { IdStarts } from "./writer-clock";

/** A new event with the id it will have unless it is a duplicate. */
export interface PlacedEvent {
  id: bigint;
  hash: Uint8Array;
  occurredAt: bigint;
  receivedAt: bigint;
  deliveryId: bigint;
  /** Index of the delivery that contains it. */
  deliveryPlace: number;
  conversationKey: string;
  raw: string;
  event: Event;
}

/** Assigns ids to the deliveries' events, in order of arrival. */
export function placeEvents(deliveries: readonly StorableDelivery[], starts: IdStarts): PlacedEvent[] {
  let id = starts.event;
  return deliveries.flatMap((delivery, deliveryPlace) => {
    const deliveryId = starts.delivery + BigInt(deliveryPlace) + 1n;
    const { receivedAt, editedBy = null } = delivery;
    const received = toIso(receivedAt);
    const from = { deliveryId, deliveryPlace, receivedAt };
    return delivery.events.map(({ raw, hash, occurredAt, conversationKey, reading }) => {
      id += 1n;
      const stored = { id: String(id), receivedAt: received, deliveryId: String(deliveryId), editedBy };
      const { event } = readMeaning(stored, reading);
      return { id, hash, occurredAt, ...from, conversationKey, raw, event };
    });
  });
}

/** Removes duplicates within the list: the first to arrive is kept. */
export function withoutRepeats(events: readonly PlacedEvent[]): PlacedEvent[] {
  const seen = new Set<string>();
  return events.filter(({ hash }) => {
    const key = Buffer.from(hash.buffer, hash.byteOffset, hash.byteLength).toString("latin1");
    return !seen.has(key) && seen.add(key);
  });
}
