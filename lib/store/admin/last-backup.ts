import "server-only";
import type { Database } from "@/lib/env/database-url";
import { databaseFailure } from "@/lib/errors/database-failure";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { readSetting, saveSetting } from "@/lib/store/records/settings";
import { addKnownBackup, type KnownBackup } from "./known-backups";

const name = "last-backup-at";

/** When `npm run backup` last succeeded, in seconds since 1970; null if never. */
export async function lastBackupAt(store: Store): Promise<number | null> {
  const value = await readSetting(store, name);
  return value === null ? null : Number(value);
}

/**
 * Records that the database was just backed up, and which earlier backups were deleted. Returns an error message, or null on
 * success.
 */
export async function noteBackup(
  database: Database,
  { place, keep, removed }: Pick<KnownBackup, "place" | "keep"> & { removed: readonly string[] },
): Promise<string | null> {
  const store = openStore(database);
  try {
    const at = Date.now();
    await saveSetting(store, name, String(Math.floor(at / 1000)));
    await addKnownBackup(store, { place, keep, madeAt: new Date(at).toISOString() }, removed);
    return null;
  } catch (error) {
    return databaseFailure(error)?.detail ?? String(error);
  } finally {
    await store.close();
  }
}
