import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@/lib/env/database-url";
import { AppError } from "@/lib/errors/app-error";
import { backupPostgres } from "@/lib/store/admin/backup-postgres";
import { backupSqlite } from "@/lib/store/admin/backup-sqlite";
import type { Destination } from "./destination";

/** The result of a backup. */
export interface Backup {
  bytes: number;
  /** What was verified, as a sentence. */
  proof: string;
}

/**
 * Copies a database to a new file, and verifies the copy.
 *
 * @throws AppError backup_failed with the reason
 */
export async function backUpTo(database: Database, file: string): Promise<Backup> {
  if (database.dialect === "postgresql") return backupPostgres(database.directUrl ?? database.url, file);
  const result = backupSqlite(database.path, file);
  if (!result.ok) throw new AppError("backup_failed", result.reason);
  const { events, conversations, migrations } = result.contents;
  const proof = `integrity check ok, ${events} events in ${conversations} conversations as in the database, ${migrations} migrations.`;
  return { bytes: result.bytes, proof };
}

/**
 * Backs up to a destination, and removes all but the newest backups.
 *
 * @param keep number of backups to keep
 * @returns the new backup's name, and the names of those removed
 */
export async function backUpAndPrune(
  database: Database,
  destination: Destination,
  keep: number,
): Promise<Backup & { name: string; removed: string[] }> {
  const folder = mkdtempSync(join(process.env.SQLITE_TMPDIR || tmpdir(), ".playhead-backup-"));
  try {
    const name = nameOf(new Date(), database);
    const file = join(folder, name);
    const backup = await backUpTo(database, file);
    await destination.put(file, name);
    // Only after the new one is stored.
    const removed = (await destination.names()).filter(isBackup).sort().slice(0, -keep);
    for (const old of removed) await destination.remove(old);
    return { ...backup, name, removed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** With milliseconds, so that two backups within a second have different names. */
function nameOf(date: Date, { dialect }: Database): string {
  const stamp = date.toISOString().replace(/[-:.]/g, "");
  return `playhead-${stamp}.${dialect === "sqlite" ? "db" : "dump"}`;
}

/** Only files that match this are ever removed from a destination. */
function isBackup(name: string): boolean {
  return /^playhead-\d{8}T\d{9}Z\.(db|dump)$/.test(name);
}
