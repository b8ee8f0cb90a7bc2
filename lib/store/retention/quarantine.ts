import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { jsonList } from "@/lib/store/connection/json-rows";
import { isFaulty } from "@/lib/store/log/faulty-deliveries";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Due, Expiry } from "./expiry";
import { containsKey, heldDeliveries, heldKeys } from "./held";
import { previewDeliveries } from "./preview-deliveries";

const mostRows = 100;
const mostBytes = 2_000_000;

/** Bodies, events and faults of quarantined deliveries, whole or in part, resolved or not. The rows of the deliveries stay. */
export const expireQuarantine: Expiry = {
  preview: (store, due) =>
    previewDeliveries(store, {
      expired: Prisma.sql`FROM "Delivery" d WHERE ${isExpired(due)}`,
      isHeld: isHeld(store.dialect),
      title: Prisma.sql`d."verdict"`,
    }),

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
