import "server-only";
import { readSnapshot } from "@/lib/conversation/snapshot";
import { unknownEnvelopeFields } from "@/lib/events/known-fields";
import type { ConversationChange } from "./conversation-change";
import { eventColumns, eventRow } from "./event-row";
import { foldLog } from "./fold-conversation";
import { jsonList, jsonRows } from "./json-rows";
import type { PrismaTransaction, Store } from "./open-store";
import type { PlacedEvent } from "./placed-event";
import { toEvent } from "./read-log";
import { saveConversations } from "./save-conversations";
import { saveDirectory, saveNames } from "./save-directory";
import { saveListings } from "./save-listings";
import { clearUnfamiliar, saveUnfamiliar } from "./save-unfamiliar";
import { allocateIds } from "./writer-clock";

/** How far a rebuild is, and what it has changed so far. */
export interface RebuildProgress {
  events: { done: number; total: number; changed: number; newlyRecognised: number };
  conversations: { done: number; total: number; changed: number };
}

const eventsAtOnce = 500;
const conversationsAtOnce = 50;
const limits = { maxWait: 10_000, timeout: 120_000 };

/**
 * Derives everything again from the log: the columns of events, the state of conversations, and all lists made of them, as
 * after an update that reads more message types. In short write transactions, so that ingestion goes on meanwhile; may be
 * broken off and started again at any time.
 */
export async function rebuild(store: Store, onProgress: (progress: RebuildProgress) => void): Promise<RebuildProgress> {
  const [events, conversations] = await Promise.all([store.reader.event.count(), store.reader.conversation.count()]);
  const progress: RebuildProgress = {
    events: { done: 0, total: events, changed: 0, newlyRecognised: 0 },
    conversations: { done: 0, total: conversations, changed: 0 },
  };
  const unfamiliarUpTo = await store.writer.$transaction((transaction) => clearUnfamiliar(transaction, store), limits);
  await inPieces(store, onProgress, progress, (transaction, after) =>
    rebuildEvents(transaction, store, { after, unfamiliarUpTo }, progress),
  );
  await inPieces(store, onProgress, progress, (transaction, after) =>
    rebuildConversations(transaction, store, after, progress),
  );
  return progress;
}

type Piece = (transaction: PrismaTransaction, after: bigint) => Promise<bigint | null>;

async function inPieces(
  store: Store,
  onProgress: (progress: RebuildProgress) => void,
  progress: RebuildProgress,
  piece: Piece,
): Promise<void> {
  let after: bigint | null = 0n;
  while (after !== null) {
    const from: bigint = after;
    after = await store.writer.$transaction((transaction) => piece(transaction, from), limits);
    onProgress(progress);
  }
}

async function rebuildEvents(
  transaction: PrismaTransaction,
  store: Store,
  { after, unfamiliarUpTo }: { after: bigint; unfamiliarUpTo: bigint },
  { events: progress }: RebuildProgress,
): Promise<bigint | null> {
  const { dialect } = store;
  await allocateIds(transaction, { deliveries: 0, events: 0, conversations: 0, quarantined: 0 });
  const found = await transaction.event.findMany({
    where: { id: { gt: after } },
    orderBy: { id: "asc" },
    take: eventsAtOnce,
  });
  const derived = found.map((stored) => {
    const event = toEvent(stored);
    const newFields = unknownEnvelopeFields(JSON.parse(stored.raw));
    return { stored, event, newFields, row: { id: stored.id, ...eventRow(event) } };
  });
  const changed = derived.filter(({ stored, row }) =>
    Object.entries(row).some(([name, value]) => stored[name as keyof typeof stored] !== value),
  );
  if (changed.length > 0) {
    const rows = changed.map(({ row }) => row);
    await transaction.$executeRaw`
      UPDATE "Event" SET "type" = r."type", "messageType" = r."messageType", "actorType" = r."actorType",
        "recognised" = r."recognised", "searchText" = r."searchText"
      FROM ${jsonRows(dialect, { id: "bigint", ...eventColumns }, rows)} WHERE "Event"."id" = r."id"`;
  }
  const placed = derived.map(
    ({ stored, event, newFields }): PlacedEvent => ({
      ...stored,
      event,
      newFields,
      deliveryPlace: 0,
      conversationKey: "",
    }),
  );
  await saveNames(transaction, dialect, placed);
  const old = placed.filter(({ id }) => id <= unfamiliarUpTo);
  await saveUnfamiliar(transaction, store, old);
  progress.done += found.length;
  progress.changed += changed.length;
  progress.newlyRecognised += changed.filter(({ stored, event }) => event.recognised && !stored.recognised).length;
  return found.length === eventsAtOnce ? (found.at(-1)?.id ?? null) : null;
}

async function rebuildConversations(
  transaction: PrismaTransaction,
  { dialect }: Store,
  after: bigint,
  { conversations: progress }: RebuildProgress,
): Promise<bigint | null> {
  const counts = { deliveries: 0, events: conversationsAtOnce, conversations: 0, quarantined: 0 };
  // Open pages learn of a change by its id.
  const { event: lastId } = await allocateIds(transaction, counts);
  const found = await transaction.conversation.findMany({
    where: { id: { gt: after } },
    orderBy: { id: "asc" },
    take: conversationsAtOnce,
    select: { id: true, key: true, snapshot: true },
  });
  const changes: ConversationChange[] = [];
  for (const { id, key, snapshot } of found) {
    const folded = await foldLog(transaction, id, key);
    if (JSON.stringify(folded) !== snapshot) progress.changed += 1;
    const changeId = lastId + BigInt(changes.length) + 1n;
    changes.push({ id, changeId, before: readSnapshot(snapshot), after: folded, events: [], late: 0 });
  }
  const ids = jsonList(
    dialect,
    "bigint",
    changes.map(({ id }) => id),
  );
  await transaction.$executeRaw`DELETE FROM "ConversationVariable" WHERE "conversationId" IN (${ids})`;
  await transaction.$executeRaw`DELETE FROM "ConversationMessageType" WHERE "conversationId" IN (${ids})`;
  await transaction.$executeRaw`DELETE FROM "ConversationLabel" WHERE "conversationId" IN (${ids})`;
  await saveConversations(transaction, dialect, changes);
  await saveListings(
    transaction,
    dialect,
    changes.map((change) => ({ ...change, before: null })),
  );
  await saveDirectory(transaction, dialect, changes);
  progress.done += found.length;
  return found.length === conversationsAtOnce ? (found.at(-1)?.id ?? null) : null;
}
