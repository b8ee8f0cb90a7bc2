import "server-only";
import type { ConversationChange } from "./conversation-change";
import { withDirectStatements } from "./direct-statements";
import { extendSearch } from "./extend-search";
import { foldConversation } from "./fold-conversation";
import { insertEvents } from "./insert-events";
import { type LoadedConversation, loadConversations } from "./load-conversations";
import { markReprocessed } from "./mark-reprocessed";
import type { NewDelivery, StoredDelivery } from "./new-delivery";
import type { PrismaTransaction, Store } from "./open-store";
import { type PlacedEvent, placeEvents, withoutRepeats } from "./placed-event";
import { saveConversations } from "./save-conversations";
import { saveDeliveries, saveQuarantined } from "./save-deliveries";
import { saveDirectory } from "./save-directory";
import { saveListings } from "./save-listings";
import { type Repeats, saveRepeats } from "./save-repeats";
import { saveUnfamiliar } from "./save-unfamiliar";
import { allocateIds, type IdCounts } from "./writer-clock";

/** How long a transaction may wait for its turn and how long it may take. */
const limits = { maxWait: 3000, timeout: 60_000 };

/**
 * Stores deliveries in one durable transaction of a handful of set-based statements, all of them or none: their events are
 * appended once each, the conversations folded on, the deliveries logged. Returns what became of each, in their order.
 */
export async function append(store: Store, deliveries: readonly NewDelivery[]): Promise<StoredDelivery[]> {
  return store.writer.$transaction(
    (transaction) => appendWithin(withDirectStatements(transaction, store), store, deliveries),
    limits,
  );
}

async function appendWithin(
  transaction: PrismaTransaction,
  store: Store,
  deliveries: readonly NewDelivery[],
): Promise<StoredDelivery[]> {
  const { dialect } = store;
  const keys = [...new Set(deliveries.flatMap(({ events }) => events.map((event) => event.conversationKey)))];
  const starts = await allocateIds(transaction, dialect, countIds(deliveries, keys));
  const arrived = placeEvents(deliveries, starts);
  const conversations =
    keys.length === 0
      ? new Map<string, LoadedConversation>()
      : await loadConversations(transaction, dialect, keys, starts.conversation);
  const ids = new Map([...conversations].map(([key, { id }]) => [key, id]));
  const inserted = await insertEvents(transaction, dialect, withoutRepeats(arrived), ids);

  const fresh = arrived.filter(({ id }) => inserted.has(id));
  const changes = await foldAll(transaction, conversations, fresh);
  await saveConversations(transaction, dialect, changes);
  await saveListings(transaction, dialect, changes);
  await saveDirectory(transaction, dialect, changes);
  await saveUnfamiliar(transaction, store, fresh);
  await saveRepeats(
    transaction,
    dialect,
    countRepeats(
      arrived.filter(({ id }) => !inserted.has(id)),
      ids,
    ),
  );

  const ofDelivery = Map.groupBy(arrived, ({ deliveryPlace }) => deliveryPlace);
  const stored = deliveries.map((delivery, place) => {
    const own = ofDelivery.get(place) ?? [];
    const accepted = own.filter(({ id }) => inserted.has(id)).length;
    return {
      id: starts.delivery + BigInt(place) + 1n,
      accepted,
      duplicates: own.length - accepted,
      quarantined: delivery.quarantined.length,
    };
  });
  await saveDeliveries(transaction, dialect, deliveries, stored, starts.event);
  await saveQuarantined(transaction, dialect, deliveries, stored, starts.quarantined);
  await markReprocessed(transaction, dialect, deliveries, stored);
  if (dialect === "sqlite") await extendSearch(transaction, starts);
  return stored;
}

function countIds(deliveries: readonly NewDelivery[], keys: readonly string[]): IdCounts {
  return {
    deliveries: deliveries.length,
    events: deliveries.reduce((sum, { events }) => sum + events.length, 0),
    conversations: keys.length,
    quarantined: deliveries.reduce((sum, { quarantined }) => sum + quarantined.length, 0),
  };
}

async function foldAll(
  transaction: PrismaTransaction,
  conversations: ReadonlyMap<string, LoadedConversation>,
  events: readonly PlacedEvent[],
): Promise<ConversationChange[]> {
  const changes: ConversationChange[] = [];
  for (const [key, fresh] of Map.groupBy(events, (event) => event.conversationKey)) {
    const conversation = conversations.get(key);
    if (conversation !== undefined) changes.push(await foldConversation(transaction, conversation, fresh));
  }
  return changes;
}

function countRepeats(events: readonly PlacedEvent[], ids: ReadonlyMap<string, bigint>): Repeats[] {
  const counts = new Map<string, Repeats>();
  for (const { conversationKey, deliveryId } of events) {
    const conversationId = ids.get(conversationKey) ?? 0n;
    const key = `${conversationId} ${deliveryId}`;
    const row = counts.get(key) ?? { conversationId, deliveryId, count: 0 };
    counts.set(key, { ...row, count: row.count + 1 });
  }
  return [...counts.values()];
}
