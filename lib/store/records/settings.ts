import "server-only";
import type { Records } from "./in-transaction";

/** The value of a setting, or null if it is not set. */
export async function readSetting({ records }: Records, name: string): Promise<string | null> {
  const row = await records.setting.findUnique({ where: { name } });
  return row?.value ?? null;
}

export async function saveSetting({ records }: Records, name: string, value: string): Promise<void> {
  await records.setting.upsert({ where: { name }, create: { name, value }, update: { value } });
}

/** Deletes a setting; with `value`, only if it has this value. `false` if there is none. */
export async function deleteSetting({ records }: Records, name: string, value?: string): Promise<boolean> {
  const { count } = await records.setting.deleteMany({ where: value === undefined ? { name } : { name, value } });
  return count > 0;
}
