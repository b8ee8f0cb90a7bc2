import "server-only";
import { type Access, isEverything } from "@/lib/access/scope";
import { noDeliveryFilters } from "@/lib/delivery-filters/delivery-filters";
import type { Store } from "@/lib/store/connection/client";
import { isFaulty } from "@/lib/store/log/faulty-deliveries";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { deliveriesInScope } from "./deliveries-in-scope";
import { listDeliveries } from "./list-deliveries";

type Row = { step: bigint | number; count: bigint | number };

/** How many deliveries arrived in one time step; `faulty` ones are quarantined, whole or in part. */
export interface StepCount {
  /** Steps since 1970. */
  step: number;
  deliveries: number;
  faulty: number;
}

/**
 * The steps of `length` microseconds since `from` in which deliveries arrived, counted with indexes only, unless the viewer has a
 * scope.
 */
export async function countBySteps(
  { reader }: Store,
  access: Access,
  from: bigint,
  length: bigint,
): Promise<StepCount[]> {
  const [all, faulty] = await Promise.all([
    reader.$queryRaw<Row[]>`
      SELECT d."receivedAt" / ${length} AS "step", count(*) AS "count" FROM "Delivery" d
      WHERE ${Prisma.join([Prisma.sql`d."receivedAt" >= ${from}`, ...deliveriesInScope(access)], " AND ")} GROUP BY 1`,
    isEverything(access.scope) ? countFaulty(reader, from, length) : [],
  ]);
  const faults = new Map(faulty.map((row) => [Number(row.step), Number(row.count)]));
  return all.map((row) => ({
    step: Number(row.step),
    deliveries: Number(row.count),
    faulty: faults.get(Number(row.step)) ?? 0,
  }));
}

interface DeliveryState {
  open: number;
  lastDeliveryId: bigint | null;
  /** Microseconds. */
  lastEventAt: bigint | null;
}

async function countFaulty(reader: Store["reader"], from: bigint, length: bigint): Promise<Row[]> {
  return reader.$queryRaw<Row[]>`
      SELECT "receivedAt" / ${length} AS "step", count(*) AS "count" FROM "Delivery"
      WHERE ${isFaulty} AND "resolution" IN ('open', 'reprocessed', 'dismissed')
        AND "receivedAt" >= ${from} GROUP BY 1`;
}

/**
 * The other data of the badge and the strip: the number of open deliveries in quarantine, the last delivery's id, and the time of
 * the last event.
 */
export async function readDeliveryState(store: Store, access: Access): Promise<DeliveryState> {
  if (!isEverything(access.scope)) return stateOfScope(store, access);
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

/** Nothing in quarantine is in a scope; the last delivery is looked for among the latest. */
async function stateOfScope(store: Store, access: Access): Promise<DeliveryState> {
  const { rows } = await listDeliveries(store, access, { filters: noDeliveryFilters, after: null, limit: 1 });
  const [last] = rows;
  return { open: 0, lastDeliveryId: last?.id ?? null, lastEventAt: last?.receivedAt ?? null };
}

/** The number of open deliveries in quarantine. */
export async function countOpenDeliveries({ reader }: Store): Promise<number> {
  const [row] = await reader.$queryRaw<{ count: bigint | number }[]>`
    SELECT count(*) AS "count" FROM "Delivery"
    WHERE ${isFaulty} AND "resolution" = 'open'`;
  return Number(row?.count ?? 0);
}
