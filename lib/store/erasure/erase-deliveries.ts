import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { jsonList } from "@/lib/store/connection/json-rows";
import type { Store } from "@/lib/store/connection/open-store";
import type { Queries, Statements } from "@/lib/store/connection/statements";
import { isFaulty } from "@/lib/store/log/faulty-deliveries";
import { likePattern } from "@/lib/store/search/like-pattern";
import { Prisma } from "@/prisma/generated/sqlite/client";

export interface StoredBody {
  id: bigint;
  bytes: Uint8Array;
}

/** The bodies of deliveries that still have one. */
export async function readBodies(
  transaction: Queries,
  dialect: Dialect,
  ids: readonly bigint[],
): Promise<StoredBody[]> {
  if (ids.length === 0) return [];
  const rows = await transaction.$queryRaw<StoredBody[]>`
    SELECT "id", "bytes" FROM "DeliveryBody" WHERE "id" IN (${jsonList(dialect, "bigint", ids)})`;
  return rows.map(({ id, bytes }) => ({ id: BigInt(id), bytes }));
}

export async function writeBody(transaction: Statements, { id, bytes }: StoredBody): Promise<void> {
  await transaction.$executeRaw`UPDATE "DeliveryBody" SET "bytes" = ${bytes} WHERE "id" = ${id}`;
}

/** Deletes a body. What is in quarantine can then no longer be reprocessed, so it is dismissed. */
export async function deleteBody(transaction: Statements, id: bigint, at: bigint): Promise<void> {
  await transaction.$executeRaw`DELETE FROM "DeliveryBody" WHERE "id" = ${id}`;
  await transaction.$executeRaw`
    UPDATE "Delivery" SET "resolution" = 'dismissed', "resolvedAt" = ${at} WHERE "id" = ${id} AND "resolution" = 'open'`;
}

/** Reasons quote the body around the error. */
export async function forgetReason(transaction: Statements, id: bigint): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "Delivery" SET "reason" = 'Erased', "position" = NULL WHERE "id" = ${id} AND "reason" IS NOT NULL`;
}

/** Deliveries that repeated events of a conversation, in order of ids, after the id `after`. */
export async function readRepeats(
  transaction: Queries,
  { conversationId, after, limit }: { conversationId: bigint; after: bigint; limit: number },
): Promise<{ deliveryId: bigint; count: number }[]> {
  const rows = await transaction.$queryRaw<{ deliveryId: bigint; count: number | bigint }[]>`
    SELECT "deliveryId", "count" FROM "Repeat"
    WHERE "conversationId" = ${conversationId} AND "deliveryId" > ${after} ORDER BY "deliveryId" LIMIT ${limit}`;
  return rows.map(({ deliveryId, count }) => ({ deliveryId: BigInt(deliveryId), count: Number(count) }));
}

/** Deletes the counts of a conversation's duplicates up to a delivery, and counts them as erased in its row. */
export async function deleteRepeats(
  transaction: Statements,
  { conversationId, upTo }: { conversationId: bigint; upTo: bigint },
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "Delivery" SET "duplicates" = "duplicates" - p."count", "erased" = "erased" + p."count" FROM "Repeat" p
    WHERE p."conversationId" = ${conversationId} AND p."deliveryId" <= ${upTo} AND "Delivery"."id" = p."deliveryId"`;
  await transaction.$executeRaw`
    DELETE FROM "Repeat" WHERE "conversationId" = ${conversationId} AND "deliveryId" <= ${upTo}`;
}

/**
 * Deliveries in quarantine, whole or partly, whose body or quarantined events contain one of these texts, as UTF-8 and in any
 * case of ASCII letters: all of them, in order of ids.
 */
export async function findQuarantined({ reader, dialect }: Store, texts: readonly string[]): Promise<bigint[]> {
  const found = new Set<bigint>();
  for (let start = 0; start < texts.length; start += textsAtOnce) {
    const some = texts.slice(start, start + textsAtOnce);
    const inRaw = some.map((text) => Prisma.sql`q."raw" LIKE ${likePattern(text)} ESCAPE '\\'`);
    const inBody = some.map((text) =>
      dialect === "sqlite"
        ? Prisma.sql`instr(b."bytes", ${Buffer.from(text)}) > 0`
        : Prisma.sql`position(${Buffer.from(text)}::bytea IN b."bytes") > 0`,
    );
    const rows = await reader.$queryRaw<{ id: bigint }[]>`
      SELECT q."deliveryId" AS "id" FROM "QuarantinedEvent" q WHERE ${Prisma.join(inRaw, " OR ")}
      UNION SELECT d."id" FROM "Delivery" d JOIN "DeliveryBody" b ON b."id" = d."id"
      WHERE ${isFaulty} AND (${Prisma.join(inBody, " OR ")})`;
    for (const { id } of rows) found.add(BigInt(id));
  }
  return [...found].sort((a, b) => (a < b ? -1 : 1));
}

const textsAtOnce = 50;

/** The quarantined events of a delivery. */
export async function readQuarantinedOf(
  transaction: Queries,
  deliveryId: bigint,
): Promise<{ id: bigint; raw: string }[]> {
  return transaction.$queryRaw`SELECT "id", "raw" FROM "QuarantinedEvent" WHERE "deliveryId" = ${deliveryId} ORDER BY "id"`;
}

/** Empties quarantined events, or deletes them and counts them as erased. */
export async function eraseQuarantined(
  transaction: Statements,
  dialect: Dialect,
  { deliveryId, ids, isDeleted }: { deliveryId: bigint; ids: readonly bigint[]; isDeleted: boolean },
): Promise<void> {
  if (ids.length === 0) return;
  const list = jsonList(dialect, "bigint", ids);
  if (!isDeleted) {
    await transaction.$executeRaw`
      UPDATE "QuarantinedEvent" SET "raw" = '{}', "reason" = 'Erased', "position" = NULL,
        "resolution" = coalesce("resolution", 'dismissed') WHERE "id" IN (${list})`;
    return;
  }
  await transaction.$executeRaw`DELETE FROM "QuarantinedEvent" WHERE "id" IN (${list})`;
  await transaction.$executeRaw`
    UPDATE "Delivery" SET "quarantined" = "quarantined" - ${ids.length}, "erased" = "erased" + ${ids.length}
    WHERE "id" = ${deliveryId}`;
}
