import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { jsonList } from "./json-rows";
import type { PrismaTransaction } from "./open-store";

/** What the order of arrival says of a conversation. */
export interface ArrivalCounts {
  repeatCount: number;
  lateCount: number;
}

/** Counts them anew from the log. Conversations without either are left out. */
export async function readArrivalCounts(
  transaction: PrismaTransaction,
  dialect: Dialect,
  conversationIds: readonly bigint[],
): Promise<Map<bigint, ArrivalCounts>> {
  const ids = jsonList(dialect, "bigint", conversationIds);
  const rows = await transaction.$queryRaw<{ id: bigint; repeats: number | bigint; late: number | bigint }[]>`
    SELECT "conversationId" AS "id", sum("repeats") AS "repeats", sum("late") AS "late" FROM (
      SELECT "conversationId", "count" AS "repeats", 0 AS "late" FROM "Repeat" WHERE "conversationId" IN (${ids})
      UNION ALL
      SELECT "conversationId", 0, 1 FROM (
        SELECT "conversationId", "occurredAt", max("occurredAt") OVER (PARTITION BY "conversationId" ORDER BY "id") AS "latest"
        FROM "Event" WHERE "conversationId" IN (${ids})
      ) AS e WHERE "occurredAt" < "latest"
    ) AS counted GROUP BY "conversationId"`;
  return new Map(
    rows.map(({ id, repeats, late }) => [BigInt(id), { repeatCount: Number(repeats), lateCount: Number(late) }]),
  );
}

export const noArrivalCounts: ArrivalCounts = { repeatCount: 0, lateCount: 0 };
