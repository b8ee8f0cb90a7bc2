import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { jsonList } from "@/lib/store/connection/json-rows";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** The subject of a quarantined event, as far as the start of its text shows. */
export interface QuarantinedSubject {
  deliveryId: bigint;
  type: string | null;
  messageType?: undefined;
  /** The conversation's key. */
  key: string | null;
}

const longestRaw = 4000;
const latest = 1000;

/** For each delivery's first quarantined event. */
export function firstQuarantined(store: Store, deliveryIds: readonly bigint[]): Promise<QuarantinedSubject[]> {
  if (deliveryIds.length === 0) return Promise.resolve([]);
  return subjects(
    store,
    Prisma.sql`WHERE "id" IN (
      SELECT min("id") FROM "QuarantinedEvent" WHERE "deliveryId" IN (${jsonList(store.dialect, "bigint", deliveryIds)})
      GROUP BY "deliveryId")`,
  );
}

/** For the latest quarantined events. */
export function latestQuarantined(store: Store): Promise<QuarantinedSubject[]> {
  return subjects(store, Prisma.sql`ORDER BY "id" DESC LIMIT ${latest}`);
}

async function subjects({ reader }: Store, which: Prisma.Sql): Promise<QuarantinedSubject[]> {
  const found = await reader.$queryRaw<{ deliveryId: bigint; raw: string }[]>`
    SELECT "deliveryId", substr("raw", 1, ${longestRaw}) AS "raw" FROM "QuarantinedEvent" ${which}`;
  return found.map(({ deliveryId, raw }) => ({
    deliveryId,
    type: /"event"\s*:\s*\{\s*"type"\s*:\s*"([^"\\]{1,100})"/.exec(raw)?.[1] ?? null,
    key: /"conversation"\s*:\s*\{\s*"key"\s*:\s*"([^"\\]{1,100})"/.exec(raw)?.[1] ?? null,
  }));
}
