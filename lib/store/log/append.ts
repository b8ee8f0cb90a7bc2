import "server-only";
import type { Store } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
import { writeTransaction } from "@/lib/store/connection/write-transaction";
import { addConversations, findConversations } from "@/lib/store/log/find-conversations";
import { insertEvents } from "./insert-events";
import { markReprocessed } from "./mark-reprocessed";
import type { NewDelivery, StorableDelivery, StoredDelivery } from "./new-delivery";
import { type PlacedEvent, placeEvents, withoutRepeats } from "./placed-event";
import { saveDeliveries, saveQuarantined } from "./save-deliveries";
import { type Repeats, saveRepeats } from "./save-repeats";
import { withoutErased } from "./without-erased";
import { allocateIds, type IdCounts, type IdStarts } from "./writer-clock";

/**
 * Appends deliveries to the log in one durable transaction of a few set-based statements: each event once, and the deliveries
 * with their bytes. Derived tables are updated later: lib/store/projections.
 *
 * @returns the outcome of each delivery, in order
 */
export function append(store: Store, deliveries: readonly NewDelivery[]): Promise<StoredDelivery[]> {
  return writeTransaction(store, (transaction) => appendWithin(transaction, store, deliveries));
}

async function appendWithin(
  transaction: Statements,
  { dialect }: Store,
  received: readonly NewDelivery[],
): Promise<StoredDelivery[]> {
  const sentKeys = conversationKeys(received);
  // Pipelined: the second query runs under the clock's lock, which the first one takes.
  const [starts, known] = await Promise.all([
    allocateIds(transaction, countIds(received, sentKeys)),
    findConversations(transaction, dialect, sentKeys),
  ]);
  const hasTombstones = starts.tombstones > 0n;
  const deliveries = hasTombstones ? await withoutErased(transaction, dialect, received) : received.map(unchanged);
  const keys = hasTombstones ? conversationKeys(deliveries) : sentKeys;
  const conversations = await addConversations(transaction, dialect, { known, keys, lastId: starts.conversation });
  const arrived = placeEvents(deliveries, starts);
  const inserted = await insertEvents(transaction, dialect, withoutRepeats(arrived), conversations);
  const repeats = arrived.filter(({ id }) => !inserted.has(id));
  await saveRepeats(transaction, dialect, countRepeats(repeats, conversations));

  const stored = outcomes(deliveries, arrived, inserted, starts);
  await saveDeliveries(transaction, dialect, deliveries, stored, starts.event);
  await saveQuarantined(transaction, dialect, deliveries, stored, starts.quarantined);
  await markReprocessed(transaction, dialect, deliveries, stored);
  return stored;
}

function unchanged(delivery: NewDelivery): StorableDelivery {
  return { ...delivery, size: delivery.body.byteLength, erased: 0 };
}

function conversationKeys(deliveries: readonly Pick<NewDelivery, "events">[]): string[] {
  return [...new Set(deliveries.flatMap(({ events }) => events.map((event) => event.conversationKey)))];
}

function outcomes(
  deliveries: readonly StorableDelivery[],
  arrived: readonly PlacedEvent[],
  inserted: ReadonlySet<bigint>,
  starts: IdStarts,
): StoredDelivery[] {
  const ofDelivery = Map.groupBy(arrived, ({ deliveryPlace }) => deliveryPlace);
  return deliveries.map(({ verdict, reason, quarantined, erased }, place) => {
    const own = ofDelivery.get(place) ?? [];
    const accepted = own.filter(({ id }) => inserted.has(id)).length;
    return {
      ...{ id: starts.delivery + BigInt(place) + 1n, verdict, reason },
      accepted,
      duplicates: own.length - accepted,
      quarantined: quarantined.length,
      erased,
    };
  });
}

function countIds(deliveries: readonly NewDelivery[], keys: readonly string[]): IdCounts {
  return {
    deliveries: deliveries.length,
    events: deliveries.reduce((sum, { events }) => sum + events.length, 0),
    conversations: keys.length,
    quarantined: deliveries.reduce((sum, { quarantined }) => sum + quarantined.length, 0),
  };
}

function countRepeats(events: readonly PlacedEvent[], conversations: ReadonlyMap<string, bigint>): Repeats[] {
  const counts = new Map<string, Repeats>();
  for (const { conversationKey, deliveryId } of events) {
    const conversationId = conversations.get(conversationKey) ?? 0n;
    const key = `${conversationId} ${deliveryId}`;
    const row = counts.get(key) ?? { conversationId, deliveryId, count: 0 };
    counts.set(key, { ...row, count: row.count + 1 });
  }
  return [...counts.values()];
}
