import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { jsonList } from "@/lib/store/connection/json-rows";
import { isFaulty } from "@/lib/store/log/faulty-deliveries";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { countIn, type Due, type Expiry, mostExamples } from "./expiry";
import { containsKey, heldDeliveries, heldKeys } from "./held";

const mostRows = 100;
const mostBytes = 2_000_000;

/** Bodies, events and faults of quarantined deliveries, whole or in part, resolved or not. The rows of the deliveries stay. */
export const expireQuarantine: Expiry = {
  preview: async ({ reader, dialect }, due) => {
    const expired = Prisma.sql`FROM "Delivery" d WHERE ${isExpired(due)}`;
    const free = Prisma.sql`${expired} AND NOT ${isHeld(dialect)}`;
    const [all, count, oldest] = await Promise.all([
      reader.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS "count" ${expired}`.then(countIn),
      reader.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS "count" ${free}`.then(countIn),
      reader.$queryRaw<{ id: bigint; receivedAt: bigint; verdict: string }[]>`
        SELECT d."id", d."receivedAt", d."verdict" ${free} ORDER BY d."receivedAt", d."id" LIMIT ${mostExamples}`,
    ]);
    const examples = oldest.map(({ id, receivedAt, verdict }) => ({
      ...{ type: "delivery" as const, id: String(id), title: verdict, at: BigInt(receivedAt) },
    }));
    return { count, held: all - count, examples };
  },

  find: async ({ reader }, due, after) => {
    const rows = await reader.$queryRaw<{ id: bigint; size: number }[]>`
      SELECT d."id", d."size" FROM "Delivery" d WHERE ${isExpired(due)} AND d."id" > ${BigInt(after ?? 0)}
      ORDER BY d."id" LIMIT ${mostRows}`;
    const ids: bigint[] = [];
    let bytes = 0;
    for (const { id, size } of rows) {
      ids.push(BigInt(id));
      bytes += size;
      if (bytes > mostBytes) return { ids, next: String(id) };
    }
    return { ids, next: rows.length < mostRows ? null : String(ids.at(-1)) };
  },

  apply: async (transaction, { dialect, at }, { ids }) => {
    const rows = await transaction.$queryRaw<{ id: bigint }[]>`
      SELECT d."id" FROM "Delivery" d WHERE d."id" IN (${jsonList(dialect, "bigint", ids)}) AND NOT ${isHeld(dialect)}`;
    const free = jsonList(
      dialect,
      "bigint",
      rows.map(({ id }) => BigInt(id)),
    );
    await transaction.$executeRaw`DELETE FROM "DeliveryBody" WHERE "id" IN (${free})`;
    await transaction.$executeRaw`DELETE FROM "QuarantinedEvent" WHERE "deliveryId" IN (${free})`;
    // A fault can quote the body.
    await transaction.$executeRaw`
      UPDATE "Delivery" SET "reason" = 'Deleted by a retention rule', "position" = NULL,
        "resolvedAt" = CASE WHEN "resolution" = 'open' THEN ${at} ELSE "resolvedAt" END,
        "resolution" = CASE WHEN "resolution" = 'open' THEN 'dismissed' ELSE "resolution" END
      WHERE "id" IN (${free})`;
    return { changed: rows.length, held: ids.length - rows.length };
  },
};

/** Whether a delivery `d` is quarantined and old, and has something left. */
function isExpired({ before }: Due): Prisma.Sql {
  return Prisma.sql`(${isFaulty} AND d."receivedAt" < ${before} AND (
    EXISTS (SELECT 1 FROM "DeliveryBody" b WHERE b."id" = d."id")
    OR EXISTS (SELECT 1 FROM "QuarantinedEvent" q WHERE q."deliveryId" = d."id")))`;
}

/** Whether anything in a delivery `d`, readable or not, has the key of something that is held. */
function isHeld(dialect: Dialect): Prisma.Sql {
  const inEvents = containsKey(dialect, Prisma.sql`q."raw"`, "text");
  const inBody = containsKey(dialect, Prisma.sql`b."bytes"`, "bytes");
  return Prisma.sql`(d."id" IN (${heldDeliveries}) OR EXISTS (SELECT 1 FROM (${heldKeys}) k WHERE
    EXISTS (SELECT 1 FROM "QuarantinedEvent" q WHERE q."deliveryId" = d."id" AND ${inEvents})
    OR EXISTS (SELECT 1 FROM "DeliveryBody" b WHERE b."id" = d."id" AND ${inBody})))`;
}
