import "server-only";
import type { Store } from "@/lib/store/connection/open-store";

const countName = "refused-calls.count";
const lastName = "refused-calls.last-at";

/** Calls of the webhook that were refused for their token: how many, and when the last came (microseconds). */
export interface RefusedCalls {
  count: number;
  lastAt: bigint | null;
}

/** Adds to the counter of refused calls. */
export async function addRefusedCalls(store: Store, count: number, lastAt: bigint): Promise<void> {
  await store.records.$executeRaw`
    INSERT INTO "Setting" ("name", "value") VALUES (${countName}, ${String(count)})
    ON CONFLICT ("name") DO UPDATE SET
      "value" = CAST(CAST("Setting"."value" AS BIGINT) + CAST(excluded."value" AS BIGINT) AS TEXT)`;
  const value = String(lastAt);
  await store.records.setting.upsert({
    where: { name: lastName },
    create: { name: lastName, value },
    update: { value },
  });
}

/** Reads the counter of refused calls. */
export async function readRefusedCalls({ records }: Store): Promise<RefusedCalls> {
  const rows = await records.setting.findMany({ where: { name: { in: [countName, lastName] } } });
  const values = new Map(rows.map(({ name, value }) => [name, value]));
  const lastAt = values.get(lastName);
  return { count: Number(values.get(countName) ?? 0), lastAt: lastAt === undefined ? null : BigInt(lastAt) };
}
