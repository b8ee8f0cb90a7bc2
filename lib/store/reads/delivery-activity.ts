import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { isFaulty } from "@/lib/store/log/faulty-deliveries";

/** Microseconds. */
export const minute = 60_000_000n;

/** How many deliveries arrived in a minute; `faulty` ones are quarantined, whole or in part. */
export interface MinuteCount {
  /** Minutes since 1970. */
  minute: number;
  deliveries: number;
  faulty: number;
}

/** The minutes from `from` on (microseconds) in which deliveries arrived, counted from indexes alone. */
export async function countByMinute({ reader }: Store, from: bigint): Promise<MinuteCount[]> {
  const [first] = await reader.delivery.findMany({
    where: { receivedAt: { gte: from } },
    select: { id: true },
    orderBy: { receivedAt: "asc" },
    take: 1,
  });
  if (first === undefined) return [];
  type Row = { minute: bigint | number; count: bigint | number };
  const [all, faulty] = await Promise.all([
    reader.$queryRaw<Row[]>`
      SELECT "receivedAt" / ${minute} AS "minute", count(*) AS "count" FROM "Delivery"
      WHERE "receivedAt" >= ${from} GROUP BY 1`,
    // Ids follow the order of commits: those before the first one in time are older.
    reader.$queryRaw<Row[]>`
      SELECT "receivedAt" / ${minute} AS "minute", count(*) AS "count" FROM "Delivery"
      WHERE ${isFaulty} AND "resolution" IN ('open', 'reprocessed', 'dismissed')
        AND "id" >= ${first.id} AND "receivedAt" >= ${from} GROUP BY 1`,
  ]);
  const faults = new Map(faulty.map((row) => [Number(row.minute), Number(row.count)]));
  return all.map((row) => ({
    minute: Number(row.minute),
    deliveries: Number(row.count),
    faulty: faults.get(Number(row.minute)) ?? 0,
  }));
}

/** What the badge and the strip say besides: how many deliveries wait in quarantine, and the latest of each. */
export async function readDeliveryState(store: Store) {
  const { reader } = store;
  const [open, delivery, event] = await Promise.all([
    countOpenDeliveries(store),
    reader.delivery.findFirst({ select: { id: true }, orderBy: { id: "desc" } }),
    reader.event.findFirst({ select: { receivedAt: true }, orderBy: { id: "desc" } }),
  ]);
  return {
    open,
    lastDeliveryId: delivery?.id ?? null,
    lastEventAt: event?.receivedAt ?? null,
  };
}

/** How many deliveries wait in quarantine. */
export async function countOpenDeliveries({ reader }: Store): Promise<number> {
  const [row] = await reader.$queryRaw<{ count: bigint | number }[]>`
    SELECT count(*) AS "count" FROM "Delivery"
    WHERE ${isFaulty} AND "resolution" = 'open'`;
  return Number(row?.count ?? 0);
}
