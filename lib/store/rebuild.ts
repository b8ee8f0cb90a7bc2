import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { unknownEnvelopeFields } from "@/lib/events/known-fields";
import { eventColumns, eventRow } from "./event-row";
import { foldPendingWithin } from "./fold-pending";
import { jsonRows } from "./json-rows";
import type { PrismaTransaction, Store } from "./open-store";
import { toEvent } from "./read-log";
import { foldNext, saveFolded } from "./rebuild-conversations";
import { type LoggedEvent, restoreMissing } from "./rebuild-missing";
import { dropAbandonedVisitors, dropLooseNames, loosenNames } from "./rebuild-names";
import { rebuildSearch } from "./rebuild-search";
import { saveNames } from "./save-directory";
import { clearUnfamiliar, saveUnfamiliar } from "./save-unfamiliar";
import { allocateIds } from "./writer-clock";

/** How far a rebuild is, and what it has changed so far. */
export interface RebuildProgress {
  events: { done: number; total: number; changed: number; newlyRecognised: number; noLongerRecognised: number };
  conversations: { done: number; total: number; changed: number };
  /** How many events of each kind became recognised: an event's type, of messages with theirs. */
  newKinds: Map<string, number>;
}

const eventsAtOnce = 500;
const limits = { maxWait: 10_000, timeout: 120_000 };
/** Long enough for a waiting server's next try: otherwise the rebuild would have the database to itself. */
const courtesyMs = 10;

/**
 * Derives everything again from the log: the columns of events, the conversations and their state, all lists made of them,
 * and the search index, as after an update that reads more message types, or when any of it was lost. In short write
 * transactions, so that ingestion goes on meanwhile; may be broken off and started again at any time.
 */
export async function rebuild(store: Store, onProgress: (progress: RebuildProgress) => void): Promise<RebuildProgress> {
  const [events, conversations] = await Promise.all([store.reader.event.count(), store.reader.conversation.count()]);
  const progress: RebuildProgress = {
    events: { done: 0, total: events, changed: 0, newlyRecognised: 0, noLongerRecognised: 0 },
    conversations: { done: 0, total: conversations, changed: 0 },
    newKinds: new Map(),
  };
  const unfamiliarUpTo = await store.writer.$transaction(async (transaction) => {
    await loosenNames(transaction);
    return clearUnfamiliar(transaction, store);
  }, limits);
  for (let after: bigint | null = 0n; after !== null; await delay(courtesyMs)) {
    const from: bigint = after;
    after = await store.writer.$transaction(
      (transaction) => rebuildEvents(transaction, store, { after: from, unfamiliarUpTo }, progress),
      limits,
    );
    onProgress(progress);
  }
  await store.writer.$transaction(dropLooseNames, limits);
  for (let folded = await foldNext(store, 0n); folded.length > 0; folded = await foldNext(store, lastOf(folded))) {
    const batch = folded;
    const changed = await store.writer.$transaction((transaction) => saveFolded(transaction, store, batch), limits);
    progress.conversations.done += batch.length;
    progress.conversations.changed += changed;
    onProgress(progress);
    await delay(courtesyMs);
  }
  for (let after: string | null = ""; after !== null; after = await dropAbandonedVisitors(store, after)) {
    await delay(courtesyMs);
  }
  await rebuildSearch(store, courtesyMs);
  return progress;
}

function lastOf(folded: readonly { id: bigint }[]): bigint {
  return folded.at(-1)?.id ?? 0n;
}

async function rebuildEvents(
  transaction: PrismaTransaction,
  store: Store,
  { after, unfamiliarUpTo }: { after: bigint; unfamiliarUpTo: bigint },
  { events: progress, conversations, newKinds }: RebuildProgress,
): Promise<bigint | null> {
  const { dialect } = store;
  await foldPendingWithin(transaction, store, await allocateIds(transaction));
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
        "recognised" = r."recognised", "searchText" = r."searchText", "accentText" = r."accentText"
      FROM ${jsonRows(dialect, { id: "bigint", ...eventColumns }, rows)} WHERE "Event"."id" = r."id"`;
  }
  const placed = derived.map(
    ({ stored, event, newFields }): LoggedEvent => ({
      ...stored,
      event,
      newFields,
      deliveryPlace: 0,
      conversationKey: "",
    }),
  );
  conversations.total += await restoreMissing(transaction, dialect, placed);
  await saveNames(transaction, dialect, placed);
  const old = placed.filter(({ id }) => id <= unfamiliarUpTo);
  await saveUnfamiliar(transaction, store, old);
  progress.done += found.length;
  progress.changed += changed.length;
  for (const { stored, event } of changed) {
    if (stored.recognised && !event.recognised) progress.noLongerRecognised += 1;
    if (stored.recognised || !event.recognised) continue;
    progress.newlyRecognised += 1;
    const kind = event.messageType === null ? event.type : `${event.type} ${event.messageType}`;
    newKinds.set(kind, (newKinds.get(kind) ?? 0) + 1);
  }
  return found.length === eventsAtOnce ? (found.at(-1)?.id ?? null) : null;
}
