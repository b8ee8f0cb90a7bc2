import "server-only";
import { type Unfamiliar, unfamiliarIn } from "@/lib/event-types/unfamiliar/unfamiliar";
import type { Event } from "@/lib/events/event";
import { type Columns, columnList, jsonRows, type Row } from "@/lib/store/connection/json-rows";
import type { Store } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";

/** A stored event that may contain something unfamiliar. */
export interface Sighting {
  id: bigint;
  /** Microseconds. */
  receivedAt: bigint;
  event: Event;
  /** Unknown fields of its envelope. */
  newFields: readonly string[];
}

/** Maximum number of different entries: a sender could invent new ones forever. */
const mostUnfamiliar = 5000;

const columns = {
  kind: "text",
  type: "text",
  messageType: "text",
  path: "text",
  eventCount: "bigint",
  firstSeenAt: "bigint",
  lastSeenAt: "bigint",
  firstEventId: "bigint",
  lastEventId: "bigint",
} satisfies Columns;

/**
 * Adds the unfamiliar parts of events to their table. In the common case of none, it only traverses the payloads and runs no
 * statement.
 */
export async function saveUnfamiliar(
  transaction: Statements,
  store: Store,
  sightings: readonly Sighting[],
): Promise<void> {
  const rows = new Map<string, ReturnType<typeof newRow>>();
  for (const sighting of sightings) {
    for (const found of unfamiliarIn(sighting.event, sighting.newFields)) {
      const key = unfamiliarKey(found);
      const row = rows.get(key);
      if (row === undefined) rows.set(key, newRow(found, sighting));
      else addTo(row, sighting);
    }
  }
  if (rows.size === 0) return;
  const known = await knownKeys(transaction, store);
  const written = [...rows].filter(([key]) => known.has(key) || (known.size < mostUnfamiliar && known.add(key)));
  if (written.length > 0)
    await write(
      transaction,
      store,
      written.map(([, row]) => row),
    );
}

function newRow({ kind, type, messageType, path }: Unfamiliar, { id, receivedAt }: Sighting) {
  const seen = { firstSeenAt: receivedAt, lastSeenAt: receivedAt, firstEventId: id, lastEventId: id };
  return { kind, type, messageType, path, eventCount: 1n, ...seen };
}

function addTo(row: ReturnType<typeof newRow>, { id, receivedAt }: Sighting): void {
  row.eventCount += 1n;
  row.lastEventId = id;
  if (receivedAt > row.lastSeenAt) row.lastSeenAt = receivedAt;
  if (receivedAt < row.firstSeenAt) row.firstSeenAt = receivedAt;
}

async function write(transaction: Statements, { dialect }: Store, rows: Row<typeof columns>[]): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "Unfamiliar" (${columnList(columns)})
    SELECT ${columnList(columns)} FROM ${jsonRows(dialect, columns, rows)} WHERE true
    ON CONFLICT ("kind", "type", "messageType", "path") DO UPDATE SET
      "eventCount" = "Unfamiliar"."eventCount" + excluded."eventCount",
      "firstSeenAt" = CASE WHEN excluded."firstSeenAt" < "Unfamiliar"."firstSeenAt"
        THEN excluded."firstSeenAt" ELSE "Unfamiliar"."firstSeenAt" END,
      "lastSeenAt" = CASE WHEN excluded."lastSeenAt" > "Unfamiliar"."lastSeenAt"
        THEN excluded."lastSeenAt" ELSE "Unfamiliar"."lastSeenAt" END,
      "firstEventId" = CASE WHEN excluded."firstEventId" < "Unfamiliar"."firstEventId"
        THEN excluded."firstEventId" ELSE "Unfamiliar"."firstEventId" END,
      "lastEventId" = CASE WHEN excluded."lastEventId" > "Unfamiliar"."lastEventId"
        THEN excluded."lastEventId" ELSE "Unfamiliar"."lastEventId" END`;
}

/** Empties the table for a rebuild, which reads the whole log again. */
export async function clearUnfamiliar(transaction: Statements, store: Store): Promise<void> {
  await transaction.$executeRaw`DELETE FROM "Unfamiliar"`;
  keysOfStores.delete(store);
}

const keysOfStores = new WeakMap<Store, Set<string>>();

/** The entries that this process knows to be stored: only used to enforce the maximum. */
async function knownKeys(transaction: Statements, store: Store): Promise<Set<string>> {
  const remembered = keysOfStores.get(store);
  if (remembered !== undefined) return remembered;
  const rows = await transaction.$queryRaw<Keyed[]>`
    SELECT "kind", "type", "messageType", "path" FROM "Unfamiliar" LIMIT ${mostUnfamiliar}`;
  const keys = new Set(rows.map(unfamiliarKey));
  keysOfStores.set(store, keys);
  return keys;
}

interface Keyed {
  kind: string;
  type: string;
  messageType: string;
  path: string;
}

/** The same for the same entry of the table. */
export function unfamiliarKey({ kind, type, messageType, path }: Keyed): string {
  return JSON.stringify([kind, type, messageType, path]);
}

/**
 * Takes back what these events were counted for, before they are erased. An entry that only they had is deleted; one that still
 * names one of them as its first or last is corrected by `repairExamples`.
 */
export async function uncountUnfamiliar(
  transaction: Statements,
  store: Store,
  sightings: readonly Sighting[],
): Promise<void> {
  const counts = new Map<string, Unfamiliar & { count: bigint }>();
  for (const { event, newFields } of sightings) {
    for (const found of unfamiliarIn(event, newFields)) {
      const key = unfamiliarKey(found);
      counts.set(key, { ...found, count: (counts.get(key)?.count ?? 0n) + 1n });
    }
  }
  for (const [key, { kind, type, messageType, path, count }] of counts) {
    await transaction.$executeRaw`
      UPDATE "Unfamiliar" SET "eventCount" = "eventCount" - ${count}
      WHERE "kind" = ${kind} AND "type" = ${type} AND "messageType" = ${messageType} AND "path" = ${path}`;
    const deleted = await transaction.$queryRaw<unknown[]>`
      DELETE FROM "Unfamiliar" WHERE "eventCount" <= 0
        AND "kind" = ${kind} AND "type" = ${type} AND "messageType" = ${messageType} AND "path" = ${path}
      RETURNING 1 AS "deleted"`;
    if (deleted.length > 0) keysOfStores.get(store)?.delete(key);
  }
}
