import "server-only";
import type { Store } from "@/lib/store/connection/open-store";
import { readSetting, saveSetting } from "@/lib/store/records/settings";

const countName = "refused-calls.count";
const lastName = "refused-calls.last-at";

/** Requests to the webhook refused because of their token: the count, and the time of the last one (microseconds). */
export interface RefusedCalls {
  count: number;
  lastAt: bigint | null;
}

/** Adds to the count of refused requests. */
export async function addRefusedCalls(store: Store, count: number, lastAt: bigint): Promise<void> {
  await store.records.$executeRaw`
    INSERT INTO "Setting" ("name", "value") VALUES (${countName}, ${String(count)})
    ON CONFLICT ("name") DO UPDATE SET
      "value" = CAST(CAST("Setting"."value" AS BIGINT) + CAST(excluded."value" AS BIGINT) AS TEXT)`;
  await saveSetting(store, lastName, String(lastAt));
}

/** Reads the count of refused requests. */
export async function readRefusedCalls(store: Store): Promise<RefusedCalls> {
  const [count, lastAt] = [await readSetting(store, countName), await readSetting(store, lastName)];
  return { count: Number(count ?? 0), lastAt: lastAt === null ? null : BigInt(lastAt) };
}
