import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { jsonRows } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";

/** How many events of one conversation in a delivery were duplicates. */
export type Repeats = { deliveryId: bigint; conversationId: bigint; count: number };

const columns = { conversationId: "bigint", deliveryId: "bigint", count: "integer" } as const;

/** Inserts duplicates' counts. */
export async function saveRepeats(
  transaction: Statements,
  dialect: Dialect,
  repeats: readonly Repeats[],
): Promise<void> {
  if (repeats.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO "Repeat" ("conversationId", "deliveryId", "count")
    SELECT "conversationId", "deliveryId", "count" FROM ${jsonRows(dialect, columns, repeats)}`;
}
