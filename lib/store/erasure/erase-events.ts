import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import type { Event } from "@/lib/events/event";
import { bytesPart, type Columns, jsonList, jsonRows } from "@/lib/store/connection/json-rows";
import type { Queries, Statements } from "@/lib/store/connection/statements";
import { eventColumns, eventRow } from "@/lib/store/log/event-row";
import { hashLength } from "@/lib/store/log/insert-events";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { ErasureMode } from "./erasures";

/** A step erases at most this many events, and about this many bytes of their texts. */
const mostEvents = 60;
const mostBytes = 256_000;

export interface ErasableEvent {
  id: bigint;
  deliveryId: bigint;
  conversationId: bigint;
  occurredAt: bigint;
  receivedAt: bigint;
  hash: Uint8Array;
  raw: string;
  /** When it was reduced to a skeleton before. */
  erasedAt: bigint | null;
}

interface Erasable {
  conversationId: bigint;
  after: bigint;
  upTo: bigint;
  mode: ErasureMode;
  /** Only events of this type; null for all. */
  only: string | null;
}

/** The next events of a conversation to erase, after the id `after` and up to `upTo`; empty if there are none. */
export async function readErasable(
  transaction: Queries,
  { conversationId, after, upTo, mode, only }: Erasable,
): Promise<ErasableEvent[]> {
  const ofType = only === null ? Prisma.empty : Prisma.sql`AND "type" = ${only}`;
  const rows = await transaction.$queryRaw<ErasableEvent[]>`
    SELECT e."id", e."deliveryId", e."conversationId", e."occurredAt", e."receivedAt", e."hash", e."raw", e."erasedAt" FROM (
      SELECT "id", "size", sum("size") OVER (ORDER BY "id" ROWS UNBOUNDED PRECEDING) AS "total" FROM (
        SELECT "id", octet_length("raw") AS "size" FROM "Event"
        WHERE "conversationId" = ${conversationId} AND "id" > ${after} AND "id" <= ${upTo}
          AND (${mode} = 'whole' OR "erasedAt" IS NULL) ${ofType}
        ORDER BY "id" LIMIT ${mostEvents}
      ) AS listed
    ) AS part JOIN "Event" e ON e."id" = part."id"
    WHERE part."total" <= ${mostBytes} OR part."total" = part."size"
    ORDER BY e."id"`;
  return rows.map((row) => ({ ...row, id: BigInt(row.id), deliveryId: BigInt(row.deliveryId) }));
}

const columns = { id: "bigint", raw: "text", hashAt: "integer", ...eventColumns } satisfies Columns;

/**
 * Writes what is left of events in place of their contents: skeletons, or masked events if `at` is null. `hash` replaces the hash of
 * the content, which could be guessed.
 */
export async function rewriteEvents(
  transaction: Statements,
  dialect: Dialect,
  { events, at }: { events: readonly { id: bigint; raw: string; hash: Uint8Array; event: Event }[]; at: bigint | null },
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ id, raw, event }, place) => ({
    ...{ id, raw, hashAt: place * hashLength + 1 },
    ...eventRow(event),
  }));
  const hashes = Buffer.concat(events.map(({ hash }) => hash));
  await transaction.$executeRaw`
    UPDATE "Event" SET "raw" = r."raw", "hash" = ${bytesPart(dialect, hashes, 'r."hashAt"', String(hashLength))},
      "type" = r."type", "messageType" = r."messageType", "actorType" = r."actorType", "recognised" = r."recognised",
      "searchText" = r."searchText", "accentText" = r."accentText", "editedBy" = NULL, "erasedAt" = ${at}
    FROM ${jsonRows(dialect, columns, rows)} WHERE "Event"."id" = r."id"`;
}

/** Deletes events, and counts them as erased in the rows of their deliveries. */
export async function deleteEvents(
  transaction: Statements,
  dialect: Dialect,
  events: readonly Pick<ErasableEvent, "id" | "deliveryId">[],
): Promise<void> {
  if (events.length === 0) return;
  const ids = events.map(({ id }) => id);
  await transaction.$executeRaw`DELETE FROM "Event" WHERE "id" IN (${jsonList(dialect, "bigint", ids)})`;
  const groups = Map.groupBy(events, ({ deliveryId }) => deliveryId);
  const counts = [...groups].map(([id, own]) => ({ id, count: own.length }));
  await transaction.$executeRaw`
    UPDATE "Delivery" SET "accepted" = "accepted" - r."count", "erased" = "erased" + r."count"
    FROM ${jsonRows(dialect, { id: "bigint", count: "integer" }, counts)} WHERE "Delivery"."id" = r."id"`;
}

/** Entries of the access log about these events lose their subject; its digest stays. */
export async function forgetEventReads(
  transaction: Statements,
  dialect: Dialect,
  ids: readonly bigint[],
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "AuditEntry" SET "subjectId" = NULL, "detail" = NULL
    WHERE "subjectType" = 'event' AND "subjectId" IN (${jsonList(dialect, "text", ids.map(String))})`;
}

/**
 * On SQLite, makes the text indexes remove what is deleted, instead of marking it: slower, so only for erasures. Postgres's do so
 * with VACUUM.
 */
export async function withSecureSearch(
  transaction: Statements,
  dialect: Dialect,
  work: () => Promise<void>,
): Promise<void> {
  if (dialect === "postgresql") return work();
  const set = async (on: "0" | "1") => {
    // A bound number would not be an integer.
    const value = Prisma.raw(on);
    await transaction.$executeRaw`INSERT INTO "EventSearch" ("EventSearch", "rank") VALUES ('secure-delete', ${value})`;
    await transaction.$executeRaw`
      INSERT INTO "ConversationSearch" ("ConversationSearch", "rank") VALUES ('secure-delete', ${value})`;
  };
  await set("1");
  await work();
  await set("0");
}
