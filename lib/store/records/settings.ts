import "server-only";
import type { Queries, Statements } from "@/lib/store/connection/statements";
import type { Records } from "./in-transaction";

/** The value of a setting, or null if it is not set. */
export async function readSetting({ records }: { records: Queries }, name: string): Promise<string | null> {
  const [row] = await records.$queryRaw<{ value: string }[]>`SELECT "value" FROM "Setting" WHERE "name" = ${name}`;
  return row?.value ?? null;
}

/** The same, created at first use. */
export async function readOrCreateSetting(
  { records }: { records: Statements },
  name: string,
  create: () => string,
): Promise<string> {
  const known = await readSetting({ records }, name);
  if (known !== null) return known;
  const created = create();
  await records.$executeRaw`
    INSERT INTO "Setting" ("name", "value") VALUES (${name}, ${created}) ON CONFLICT ("name") DO NOTHING`;
  return (await readSetting({ records }, name)) ?? created;
}

export async function saveSetting({ records }: Records, name: string, value: string): Promise<void> {
  await records.setting.upsert({ where: { name }, create: { name, value }, update: { value } });
}

/** Deletes a setting; with `value`, only if it has this value. `false` if there is none. */
export async function deleteSetting({ records }: Records, name: string, value?: string): Promise<boolean> {
  const { count } = await records.setting.deleteMany({ where: value === undefined ? { name } : { name, value } });
  return count > 0;
}
