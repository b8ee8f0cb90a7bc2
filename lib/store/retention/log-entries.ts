import "server-only";
import type { AuditLog } from "@/lib/access/audit-actions";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { countIn, type Expiry, mostExamples } from "./expiry";
import { heldKeys } from "./held";

const mostRows = 500;

/** Whether an entry `e` is about something that is held. */
const isHeld = Prisma.sql`(e."subjectType" IN ('visitor', 'conversation') AND e."subjectId" IN (${heldKeys}))`;

/** The oldest entries of a log. The chain begins after them, so it ends at the first entry that is held. */
export function expireEntries(log: AuditLog): Expiry {
  const ofLog = Prisma.sql`FROM "AuditEntry" e WHERE e."log" = ${log}`;
  return {
    preview: async ({ reader }, { before }) => {
      const [kept] = await reader.$queryRaw<{ id: bigint | null }[]>`
        SELECT min(e."id") AS "id" ${ofLog} AND (e."at" >= ${before} OR ${isHeld})`;
      const isGone = kept?.id == null ? Prisma.empty : Prisma.sql`AND e."id" < ${BigInt(kept.id)}`;
      const isKept = kept?.id == null ? Prisma.sql`AND 1 = 0` : Prisma.sql`AND e."id" >= ${BigInt(kept.id)}`;
      const [count, held, oldest] = await Promise.all([
        reader.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS "count" ${ofLog} ${isGone}`.then(countIn),
        reader.$queryRaw<{ count: bigint }[]>`
          SELECT count(*) AS "count" ${ofLog} ${isKept} AND e."at" < ${before}`.then(countIn),
        reader.$queryRaw<{ id: bigint; at: bigint; action: string }[]>`
          SELECT e."id", e."at", e."action" ${ofLog} ${isGone} ORDER BY e."id" LIMIT ${mostExamples}`,
      ]);
      const examples = oldest.map(({ id, at, action }) => ({
        ...{ type: "entry" as const, id: `${log}-${id}`, title: action, at: BigInt(at) },
      }));
      return { count, held, examples };
    },

    find: async ({ reader }, { before }, after) => {
      const rows = await reader.$queryRaw<{ id: bigint; at: bigint }[]>`
        SELECT e."id", e."at" ${ofLog} AND e."id" > ${BigInt(after ?? 0)} ORDER BY e."id" LIMIT ${mostRows}`;
      const young = rows.findIndex(({ at }) => at >= before);
      const ids = (young === -1 ? rows : rows.slice(0, young)).map(({ id }) => BigInt(id));
      return { ids, next: ids.length < mostRows ? null : String(ids.at(-1)) };
    },

    apply: async (transaction, _moment, { ids }) => {
      const last = ids.at(-1);
      if (last === undefined) return { changed: 0, held: 0 };
      const [kept] = await transaction.$queryRaw<{ id: bigint | null }[]>`
        SELECT min(e."id") AS "id" ${ofLog} AND e."id" <= ${last} AND ${isHeld}`;
      const end = kept?.id == null ? last : BigInt(kept.id) - 1n;
      await transaction.$executeRaw`
        UPDATE "AuditChain" SET "startId" = e."id", "startHash" = e."hash"
        FROM "AuditEntry" e WHERE e."log" = ${log} AND e."id" = ${end} AND "AuditChain"."log" = ${log}`;
      const deleted = await transaction.$queryRaw<unknown[]>`
        DELETE FROM "AuditEntry" WHERE "log" = ${log} AND "id" <= ${end} RETURNING 1 AS "deleted"`;
      return { changed: deleted.length, held: ids.filter((id) => id > end).length };
    },
  };
}
