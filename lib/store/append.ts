import "server-only";
import { extendSearch } from "./extend-search";
import { type FoundConversation, findConversations, withNewConversations } from "./find-conversations";
import { foldEvents, placeConversations } from "./fold-events";
import { foldPending } from "./fold-pending";
import { insertEvents } from "./insert-events";
import { markReprocessed } from "./mark-reprocessed";
import type { NewDelivery, StoredDelivery } from "./new-delivery";
import type { PrismaTransaction, Store } from "./open-store";
import { rememberPending } from "./pending-events";
import { type PlacedEvent, placeEvents, withoutRepeats } from "./placed-event";
import { saveDeliveries, saveQuarantined } from "./save-deliveries";
import { type Repeats, saveRepeats } from "./save-repeats";
import { writeTransaction } from "./write-transaction";
import { allocateIds, type IdCounts, type IdStarts, markFolded } from "./writer-clock";

/** A new conversation that comes with so many events is folded at once: its row would be written twice, and little would come later. */
const manyEvents = 4;

/** Stores deliveries, and folds their events into their conversations: see {@link appendToLog}. */
export async function append(store: Store, deliveries: readonly NewDelivery[]): Promise<StoredDelivery[]> {
  const { stored, isFolded } = await appendToLog(store, deliveries, { foldsLater: false });
  if (!isFolded) await foldPending(store);
  return stored;
}

/** What a transaction has stored. */
export interface Appended {
  /** What became of each delivery, in their order. */
  stored: StoredDelivery[];
  /** Whether all events of the log are in their conversations' states; else `foldPending` is due. */
  isFolded: boolean;
}

/**
 * Stores deliveries in one durable transaction of a handful of set-based statements, all of them or none: their events are
 * appended once each, the deliveries logged. The events are folded into their conversations in the same transaction, unless
 * others wait for that already or `foldsLater` asks to leave them too, so that many can be folded at once.
 */
export async function appendToLog(
  store: Store,
  deliveries: readonly NewDelivery[],
  { foldsLater }: { foldsLater: boolean },
): Promise<Appended> {
  const { stored, isFolded, ...pending } = await writeTransaction(store, (transaction) =>
    appendWithin(transaction, store, deliveries, foldsLater),
  );
  if (!isFolded) rememberPending(store, pending);
  return { stored, isFolded };
}

async function appendWithin(
  transaction: PrismaTransaction,
  store: Store,
  deliveries: readonly NewDelivery[],
  foldsLater: boolean,
) {
  const { dialect } = store;
  const keys = [...new Set(deliveries.flatMap(({ events }) => events.map((event) => event.conversationKey)))];
  const counts = countIds(deliveries, keys);
  // Sent one behind the other: what is found is found under the clock's lock.
  const [starts, known] = await Promise.all([
    allocateIds(transaction, counts),
    findConversations(transaction, dialect, keys),
  ]);
  const conversations = withNewConversations(known, keys, starts.conversation);
  const upTo = starts.event + BigInt(counts.events);
  const arrived = placeEvents(deliveries, starts);
  const inserted = await insertEvents(transaction, dialect, withoutRepeats(arrived), conversations);
  const fresh = arrived.filter(({ id }) => inserted.has(id));

  const left = await foldFresh(transaction, store, { starts, fresh, conversations, foldsLater });
  const isFolded = left.length === 0 && starts.folded === starts.event;
  if (isFolded && upTo > starts.event) await markFolded(transaction, dialect, upTo);
  const repeats = arrived.filter(({ id }) => !inserted.has(id));
  await saveRepeats(transaction, dialect, countRepeats(repeats, conversations));

  const stored = outcomes(deliveries, arrived, inserted, starts);
  await saveDeliveries(transaction, dialect, deliveries, stored, starts.event);
  await saveQuarantined(transaction, dialect, deliveries, stored, starts.quarantined);
  await markReprocessed(transaction, dialect, deliveries, stored);
  if (dialect === "sqlite") await extendSearch(transaction, starts);
  return { stored, isFolded, after: starts.event, upTo, events: left, conversations };
}

interface Folding {
  starts: IdStarts;
  fresh: readonly PlacedEvent[];
  conversations: ReadonlyMap<string, FoundConversation>;
  foldsLater: boolean;
}

/** Folds what is to be folded at once. Returns what is left. */
async function foldFresh(
  transaction: PrismaTransaction,
  store: Store,
  { starts, fresh, conversations, foldsLater }: Folding,
): Promise<readonly PlacedEvent[]> {
  const othersWait = starts.folded < starts.event;
  const groups = [...Map.groupBy(fresh, ({ conversationKey }) => conversationKey)];
  const isNew = (key: string) => conversations.get(key)?.isNew === true;
  const isNow = ([key, own]: [string, readonly PlacedEvent[]]) =>
    !(othersWait || foldsLater) || (isNew(key) && own.length >= manyEvents);
  const now = groups.filter(isNow).flatMap(([, own]) => own);
  const later = groups.filter((group) => !isNow(group));
  const placed = later.filter(([key]) => isNew(key)).flatMap(([, own]) => own);
  if (now.length > 0) await foldEvents(transaction, store, conversations, now);
  if (placed.length > 0) await placeConversations(transaction, store.dialect, conversations, placed);
  return later.flatMap(([, own]) => own);
}

function outcomes(
  deliveries: readonly NewDelivery[],
  arrived: readonly PlacedEvent[],
  inserted: ReadonlySet<bigint>,
  starts: IdStarts,
): StoredDelivery[] {
  const ofDelivery = Map.groupBy(arrived, ({ deliveryPlace }) => deliveryPlace);
  return deliveries.map(({ quarantined }, place) => {
    const own = ofDelivery.get(place) ?? [];
    const accepted = own.filter(({ id }) => inserted.has(id)).length;
    return {
      id: starts.delivery + BigInt(place) + 1n,
      accepted,
      duplicates: own.length - accepted,
      quarantined: quarantined.length,
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

function countRepeats(
  events: readonly PlacedEvent[],
  conversations: ReadonlyMap<string, FoundConversation>,
): Repeats[] {
  const counts = new Map<string, Repeats>();
  for (const { conversationKey, deliveryId } of events) {
    const conversationId = conversations.get(conversationKey)?.id ?? 0n;
    const key = `${conversationId} ${deliveryId}`;
    const row = counts.get(key) ?? { conversationId, deliveryId, count: 0 };
    counts.set(key, { ...row, count: row.count + 1 });
  }
  return [...counts.values()];
}
