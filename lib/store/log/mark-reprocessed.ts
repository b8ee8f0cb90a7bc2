import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { jsonRows } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";
import type { StorableDelivery, StoredDelivery } from "./new-delivery";

const columns = { id: "bigint", reprocessedAs: "bigint", resolvedAt: "bigint", resolvedBy: "text" } as const;

/** Resolves the deliveries that were just reprocessed, and links them to the new ones. They keep their bodies. */
export async function markReprocessed(
  transaction: Statements,
  dialect: Dialect,
  deliveries: readonly StorableDelivery[],
  stored: readonly StoredDelivery[],
): Promise<void> {
  const latest = new Map<
    bigint,
    { id: bigint; reprocessedAs: bigint; resolvedAt: bigint; resolvedBy: string | null }
  >();
  for (const [place, { reprocessOf: id, verdict, receivedAt, madeBy = null }] of deliveries.entries()) {
    const made = stored[place];
    if (id === undefined || made === undefined || verdict === "quarantined") continue;
    latest.set(id, { id, reprocessedAs: made.id, resolvedAt: receivedAt, resolvedBy: madeBy });
  }
  if (latest.size === 0) return;
  const rows = jsonRows(dialect, columns, [...latest.values()]);
  await transaction.$executeRaw`
    UPDATE "Delivery" SET "resolution" = 'reprocessed', "resolvedAt" = r."resolvedAt", "resolvedBy" = r."resolvedBy",
      "reprocessedAs" = r."reprocessedAs"
    FROM ${rows} WHERE "Delivery"."id" = r."id" AND "Delivery"."resolution" <> 'none'`;
  await transaction.$executeRaw`
    UPDATE "QuarantinedEvent" SET "resolution" = 'reprocessed'
    FROM ${rows} WHERE "QuarantinedEvent"."deliveryId" = r."id"`;
}
