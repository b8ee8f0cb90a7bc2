import "server-only";
import { jsonList } from "@/lib/store/connection/json-rows";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { countIn, type Due, type Expiry, mostExamples } from "./expiry";
import { heldDeliveries } from "./held";

/** Bodies that a batch looks at, and the bytes that it deletes at most, unless one body is larger. */
const mostRows = 1000;
const mostBytes = 2_000_000;

/** Bodies and headers of good deliveries: their events have their own text. */
export const expireBodies: Expiry = {
  preview: async ({ reader }, due) => {
    const expired = Prisma.sql`FROM "DeliveryBody" b JOIN "Delivery" d ON d."id" = b."id" WHERE ${isExpired(due)}`;
    const free = Prisma.sql`${expired} AND d."id" NOT IN (${heldDeliveries})`;
    const [all, count, oldest] = await Promise.all([
      reader.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS "count" ${expired}`.then(countIn),
      reader.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS "count" ${free}`.then(countIn),
      reader.$queryRaw<{ id: bigint; receivedAt: bigint; source: string }[]>`
        SELECT d."id", d."receivedAt", d."source" ${free} ORDER BY d."receivedAt", d."id" LIMIT ${mostExamples}`,
    ]);
    const examples = oldest.map(({ id, receivedAt, source }) => ({
      ...{ type: "delivery" as const, id: String(id), title: source, at: BigInt(receivedAt) },
    }));
    return { count, held: all - count, examples };
  },

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
