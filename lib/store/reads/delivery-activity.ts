import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { isFaulty } from "@/lib/store/log/faulty-deliveries";

/** How many deliveries arrived in one time step; `faulty` ones are quarantined, whole or in part. */
export interface StepCount {
  /** Steps since 1970. */
  step: number;
  deliveries: number;
  faulty: number;
}

/** The steps of `length` microseconds since `from` in which deliveries arrived, counted with indexes only. */
export async function countBySteps({ reader }: Store, from: bigint, length: bigint): Promise<StepCount[]> {
  type Row = { step: bigint | number; count: bigint | number };
  const [all, faulty] = await Promise.all([
    reader.$queryRaw<Row[]>`
      SELECT "receivedAt" / ${length} AS "step", count(*) AS "count" FROM "Delivery"
      WHERE "receivedAt" >= ${from} GROUP BY 1`,
    reader.$queryRaw<Row[]>`
      SELECT "receivedAt" / ${length} AS "step", count(*) AS "count" FROM "Delivery"
      WHERE ${isFaulty} AND "resolution" IN ('open', 'reprocessed', 'dismissed')
        AND "receivedAt" >= ${from} GROUP BY 1`,
  ]);
  const faults = new Map(faulty.map((row) => [Number(row.step), Number(row.count)]));
  return all.map((row) => ({
    step: Number(row.step),
    deliveries: Number(row.count),
    faulty: faults.get(Number(row.step)) ?? 0,
  }));
}

/**
 * The other data of the badge and the strip: the number of open deliveries in quarantine, the last delivery's id, and the time of
 * the last event.
 */
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

/** The number of open deliveries in quarantine. */
export async function countOpenDeliveries({ reader }: Store): Promise<number> {
  const [row] = await reader.$queryRaw<{ count: bigint | number }[]>`
    SELECT count(*) AS "count" FROM "Delivery"
    WHERE ${isFaulty} AND "resolution" = 'open'`;
  return Number(row?.count ?? 0);
}
