import "server-only";
import { closeSync, openSync, renameSync, rmSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { AppError } from "@/lib/errors/app-error";
import { syncToDisk } from "./backup-sqlite";

/** Path of the copy made before a SQLite database's last upgrade. It is kept until the next backup. */
export function copyBeforeUpgrade(path: string): string {
  return `${path}.before-upgrade`;
}

/**
 * Copies a SQLite database before an upgrade, replacing an earlier copy. The caller must block writers.
 *
 * @throws AppError disk_full when there is not enough space for the copy and the upgrade
 */
export function keepCopyBeforeUpgrade(path: string, tell: (line: string) => void): void {
  requireRoom(path);
  const copy = copyBeforeUpgrade(path);
  const partial = `${copy}.partial`;
  try {
    rmSync(partial, { force: true });
    // Contains personal data and password hashes: readable by the owner only.
    closeSync(openSync(partial, "wx", 0o600));
    const database = new Database(path, { fileMustExist: true, readonly: true });
    try {
      database.prepare("VACUUM INTO ?").run(partial);
    } finally {
      database.close();
    }
    syncToDisk(partial);
    renameSync(partial, copy);
    syncToDisk(dirname(copy));
  } finally {
    rmSync(partial, { force: true });
  }
  tell(`Copied the database to ${copy} before upgrading it. The next "npm run backup" removes the copy.`);
}

/** Requires free space of twice the database's size: for the copy, and for the pages that the upgrade writes. */
function requireRoom(path: string): void {
  const needed = 2 * statSync(path).size;
  const { bavail, bsize } = statfsSync(dirname(path));
  const free = bavail * bsize;
  if (free >= needed) return;
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;
  throw new AppError(
    "disk_full",
    `The upgrade needs ${megabytes(needed)} of free disk space for itself and a copy of the database; ${dirname(path)} has ` +
      `${megabytes(free)}. Free some disk space and start again.`,
  );
}
