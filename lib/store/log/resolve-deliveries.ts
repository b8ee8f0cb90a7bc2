import "server-only";
import { type Access, isEverything } from "@/lib/access/scope";
import { jsonList } from "@/lib/store/connection/json-rows";
import type { Store } from "@/lib/store/connection/open-store";
import type { Records } from "@/lib/store/records/in-transaction";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { isFaulty } from "./faulty-deliveries";

/** Deliveries by id, or all with the relevant resolution up to an id: not those that arrived after it was read. */
export type DeliverySelection = { ids: readonly bigint[] } | { upTo: bigint };

/** Who changes a delivery's resolution (e-mail address), and when. */
export interface Resolver {
  by: string;
  at: bigint;
  /** Called in the transaction, with the ids of the changed deliveries. */
  record(within: Records, ids: readonly bigint[]): Promise<void>;
}

/** Hides open quarantined deliveries from the default view; nothing is deleted. Returns how many were hidden. */
export function dismissDeliveries(
  store: Store,
  access: Access,
  selection: DeliverySelection,
  resolver: Resolver,
): Promise<number> {
  return resolve(store, access, selection, { from: "open", to: "dismissed", ...resolver });
}

/** Undoes a dismissal. Returns how many were dismissed. */
export function restoreDeliveries(
  store: Store,
  access: Access,
  selection: DeliverySelection,
  resolver: Resolver,
): Promise<number> {
  return resolve(store, access, selection, { from: "dismissed", to: "open", ...resolver });
}

interface Change extends Resolver {
  from: "open" | "dismissed";
  to: "open" | "dismissed";
}

async function resolve(
  { writer, dialect }: Store,
  { scope }: Access,
  selection: DeliverySelection,
  change: Change,
): Promise<number> {
  // Nothing in quarantine is in a scope.
  if (!isEverything(scope)) return 0;
  const { from, to, at, by, record } = change;
  const chosen =
    "ids" in selection
      ? Prisma.sql`"id" IN (${jsonList(dialect, "bigint", selection.ids)})`
      : Prisma.sql`"id" <= ${selection.upTo}`;
  return writer.$transaction(async (transaction) => {
    const changed = await transaction.$queryRaw<{ id: bigint }[]>`
      UPDATE "Delivery" SET "resolution" = ${to}, "resolvedAt" = ${at}, "resolvedBy" = ${by}
      WHERE ${isFaulty} AND "resolution" = ${from} AND ${chosen}
      RETURNING "id"`;
    const ids = changed.map(({ id }) => id);
    await transaction.$executeRaw`
      UPDATE "QuarantinedEvent" SET "resolution" = ${to === "open" ? null : to}
      WHERE "deliveryId" IN (${jsonList(dialect, "bigint", ids)})`;
    if (ids.length > 0) await record({ records: transaction }, ids);
    return changed.length;
  });
}
