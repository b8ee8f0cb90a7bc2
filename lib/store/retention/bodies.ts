import "server-only";
import { jsonList } from "@/lib/store/connection/json-rows";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { countIn, type Due, type Expiry } from "./expiry";
import { heldDeliveries } from "./held";
import { previewDeliveries } from "./preview-deliveries";

/** Bodies that a batch looks at, and the bytes that it deletes at most, unless one body is larger. */
const mostRows = 1000;
const mostBytes = 2_000_000;

/** Bodies and headers of good deliveries: their events have their own text. */
export const expireBodies: Expiry = {
  preview: (store, due) =>
    previewDeliveries(store, {
      expired: Prisma.sql`FROM "DeliveryBody" b JOIN "Delivery" d ON d."id" = b."id" WHERE ${isExpired(due)}`,
      isHeld: Prisma.sql`(d."id" IN (${heldDeliveries}))`,
      title: Prisma.sql`d."source"`,
    }),

  find: async ({ reader }, due, after) => {
    const rows = await reader.$queryRaw<{ id: bigint; size: number; isExpired: unknown; isYoung: unknown }[]>`
      SELECT d."id", d."size", ${isExpired(due)} AS "isExpired", d."receivedAt" >= ${due.before} AS "isYoung"
      FROM (SELECT "id" FROM "DeliveryBody" WHERE "id" > ${BigInt(after ?? 0)} ORDER BY "id" LIMIT ${mostRows}) b
        JOIN "Delivery" d ON d."id" = b."id" ORDER BY d."id"`;
    const ids: bigint[] = [];
    let bytes = 0;
    for (const { id, size, ...row } of rows) {
      // Later deliveries are younger, except those that were imported.
      if (Number(row.isYoung) === 1 && !due.isThorough) return { ids, next: null };
      if (Number(row.isExpired) === 0) continue;
      ids.push(BigInt(id));
      bytes += size;
      if (bytes > mostBytes) return { ids, next: String(id) };
    }
    const last = rows.at(-1)?.id;
    return { ids, next: last === undefined || rows.length < mostRows ? null : String(last) };
  },

  apply: async (transaction, { dialect }, { ids }) => {
    const deleted = await transaction.$queryRaw<unknown[]>`
      DELETE FROM "DeliveryBody" WHERE "id" IN (${jsonList(dialect, "bigint", ids)}) AND "id" NOT IN (${heldDeliveries})
      RETURNING 1 AS "deleted"`;
    const held = await transaction.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) AS "count" FROM "DeliveryBody" WHERE "id" IN (${jsonList(dialect, "bigint", ids)})`;
    return { changed: deleted.length, held: countIn(held) };
  },
};

function isExpired({ before }: Due): Prisma.Sql {
  return Prisma.sql`(d."verdict" IN ('accepted', 'test') AND d."receivedAt" < ${before})`;
}
