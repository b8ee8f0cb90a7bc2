import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { jsonList } from "@/lib/store/connection/json-rows";
import type { Queries } from "@/lib/store/connection/statements";

/** How many events of each conversation, up to the id `upTo`, arrived out of order. Conversations without any are omitted. */
export async function readLateCounts(
  transaction: Queries,
  dialect: Dialect,
  conversationIds: readonly bigint[],
  upTo: bigint,
): Promise<Map<bigint, number>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await transaction.$queryRaw<{ id: bigint; late: number | bigint }[]>`
    SELECT "conversationId" AS "id", count(*) AS "late" FROM (
      SELECT "conversationId", "occurredAt", max("occurredAt") OVER (PARTITION BY "conversationId" ORDER BY "id") AS "latest"
      FROM "Event" WHERE "conversationId" IN (${jsonList(dialect, "bigint", conversationIds)}) AND "id" <= ${upTo}
    ) AS e WHERE "occurredAt" < "latest" GROUP BY "conversationId"`;
  return new Map(rows.map(({ id, late }) => [BigInt(id), Number(late)]));
}
