import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { jsonRows } from "./json-rows";
import type { PrismaTransaction } from "./open-store";

/** How often a delivery brought events of one conversation that the log already held. */
export type Repeats = { deliveryId: bigint; conversationId: bigint; count: number };

const columns = { conversationId: "bigint", deliveryId: "bigint", count: "integer" } as const;

/** Logs repeats, and adds them to their conversations' counts. */
export async function saveRepeats(
  transaction: PrismaTransaction,
  dialect: Dialect,
  repeats: readonly Repeats[],
): Promise<void> {
  if (repeats.length === 0) return;
  const rows = jsonRows(dialect, columns, repeats);
  await transaction.$executeRaw`
    INSERT INTO "Repeat" ("conversationId", "deliveryId", "count")
    SELECT "conversationId", "deliveryId", "count" FROM ${rows}`;
  await transaction.$executeRaw`
    UPDATE "Conversation" SET "repeatCount" = "repeatCount" + s."count"
    FROM (SELECT "conversationId", CAST(sum("count") AS integer) AS "count" FROM ${rows} GROUP BY "conversationId") AS s
    WHERE "Conversation"."id" = s."conversationId"`;
}
