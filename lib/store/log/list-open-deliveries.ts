import "server-only";
import { type Access, isEverything } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { isFaulty } from "./faulty-deliveries";

/** The ids of open quarantined and partial deliveries after `after` and up to `upTo`, in ascending order. None of them is in a scope. */
export async function listOpenDeliveries(
  { reader }: Store,
  access: Access,
  { after, upTo, limit }: { after: bigint; upTo: bigint; limit: number },
): Promise<bigint[]> {
  if (!isEverything(access.scope)) return [];
  const rows = await reader.$queryRaw<{ id: bigint }[]>`
    SELECT "id" FROM "Delivery"
    WHERE ${isFaulty} AND "resolution" = 'open'
      AND "id" > ${after} AND "id" <= ${upTo}
    ORDER BY "id" LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
