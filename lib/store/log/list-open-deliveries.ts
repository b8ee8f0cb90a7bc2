import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { isFaulty } from "./faulty-deliveries";

/** The ids of open quarantined and partial deliveries after `after` and up to `upTo`, in ascending order. */
export async function listOpenDeliveries(
  { reader }: Store,
  { after, upTo, limit }: { after: bigint; upTo: bigint; limit: number },
): Promise<bigint[]> {
  const rows = await reader.$queryRaw<{ id: bigint }[]>`
    SELECT "id" FROM "Delivery"
    WHERE ${isFaulty} AND "resolution" = 'open'
      AND "id" > ${after} AND "id" <= ${upTo}
    ORDER BY "id" LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
