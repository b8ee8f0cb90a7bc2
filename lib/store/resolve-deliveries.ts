import "server-only";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { isFaulty } from "./faulty-deliveries";
import { jsonList } from "./json-rows";
import type { PrismaTransaction, Store } from "./open-store";

/** Deliveries by their ids, or all with the resolution at hand up to an id: not those that came since it was read. */
export type DeliverySelection = { ids: readonly bigint[] } | { upTo: bigint };

/** Hides open quarantined deliveries from the default view; nothing is deleted. Returns how many. */
export function dismissDeliveries(store: Store, selection: DeliverySelection, at: bigint): Promise<number> {
  return resolve(store, selection, { from: "open", to: "dismissed", at });
}

/** Takes a dismissal back. Returns how many were dismissed. */
export function restoreDeliveries(store: Store, selection: DeliverySelection): Promise<number> {
  return resolve(store, selection, { from: "dismissed", to: "open", at: null });
}

interface Change {
  from: "open" | "dismissed";
  to: "open" | "dismissed";
  at: bigint | null;
}

async function resolve({ writer, dialect }: Store, selection: DeliverySelection, change: Change): Promise<number> {
  const { from, to, at } = change;
  const chosen =
    "ids" in selection
      ? Prisma.sql`"id" IN (${jsonList(dialect, "bigint", selection.ids)})`
      : Prisma.sql`"id" <= ${selection.upTo}`;
  return writer.$transaction(async (transaction: PrismaTransaction) => {
    const changed = await transaction.$queryRaw<{ id: bigint }[]>`
      UPDATE "Delivery" SET "resolution" = ${to}, "resolvedAt" = ${at}
      WHERE ${isFaulty} AND "resolution" = ${from} AND ${chosen}
      RETURNING "id"`;
    const ids = changed.map(({ id }) => id);
    await transaction.$executeRaw`
      UPDATE "QuarantinedEvent" SET "resolution" = ${to === "open" ? null : to}
      WHERE "deliveryId" IN (${jsonList(dialect, "bigint", ids)})`;
    return changed.length;
  });
}
