import "server-only";
import Database from "better-sqlite3";
import type { Store } from "@/lib/store/connection/open-store";
import { readSetting } from "@/lib/store/records/settings";

const name = "last-backup-at";

/** When `npm run backup` last succeeded, in seconds since 1970; null where it never did. */
export async function lastBackupAt(store: Store): Promise<number | null> {
  const value = await readSetting(store, name);
  return value === null ? null : Number(value);
}

/** Notes that the SQLite database at `path` has just been backed up. Returns why that is not possible; null where it is. */
export function noteBackup(path: string): string | null {
  const database = new Database(path, { fileMustExist: true, timeout: 10_000 });
  try {
    database
      .prepare(
        'INSERT INTO "Setting" ("name", "value") VALUES (?, ?) ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value"',
      )
      .run(name, String(Math.floor(Date.now() / 1000)));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    database.close();
  }
}
