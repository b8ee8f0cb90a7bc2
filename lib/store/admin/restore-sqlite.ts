import "server-only";
import {
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { syncToDisk } from "./backup-sqlite";
import { inspectSqlite, readContents, type SqliteContents } from "./inspect-sqlite";

export interface RestoreRequest {
  backup: string;
  target: string;
  /** Replace a database that is not empty. */
  force: boolean;
}

/** `aside`: path of the replaced database; null if there was none. */
export type RestoreResult =
  | { ok: true; contents: SqliteContents; aside: string | null }
  | { ok: false; reason: string };

/**
 * Replaces a SQLite database with a backup, after verifying the backup and checking that no other process has the database
 * open. Nothing is changed before that; the previous database is kept next to it.
 *
 * @throws Error from the file system
 */
export function restoreSqlite({ backup, target, force }: RestoreRequest): RestoreResult {
  if (!existsSync(backup)) return { ok: false, reason: `File not found: ${backup}.` };
  const obstacle = obstacleAt(target, force);
  if (obstacle !== null) return { ok: false, reason: obstacle };
  const arriving = `${target}.restoring`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    rmSync(arriving, { force: true });
    copyFileSync(backup, arriving, constants.COPYFILE_FICLONE);
    chmodSync(arriving, 0o600);
    const inspection = inspectSqlite(arriving);
    if (!inspection.ok) return { ok: false, reason: `${backup} cannot be restored: ${inspection.reason}.` };
    const { contents } = inspection;
    if (contents.unknown.length > 0) {
      return {
        ok: false,
        reason: `${backup} was made by a later version of Playhead (${contents.unknown.join(", ")}).`,
      };
    }
    giveTo(arriving, target);
    syncToDisk(arriving);
    // Verifying the backup may have taken a while, so check again.
    const late = obstacleAt(target, force);
    if (late !== null) return { ok: false, reason: late };
    const aside = setAside(target);
    renameSync(arriving, target);
    syncToDisk(dirname(target));
    return { ok: true, contents, aside };
  } finally {
    for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(arriving + suffix, { force: true });
  }
}

/** Returns why the database must not be replaced, or null. On success, the WAL has been merged into the file. */
function obstacleAt(target: string, force: boolean): string | null {
  if (!existsSync(target)) return null;
  let database: Database.Database | null = null;
  try {
    database = new Database(target, { timeout: 500 });
    database.pragma("secure_delete = ON");
    // Leaving WAL mode requires an exclusive lock: it fails while any other connection is open, even an idle one.
    database.pragma("journal_mode = DELETE");
    const { deliveries, events, users } = readContents(database);
    if (force || deliveries + events + users === 0) return null;
    return `${target} contains ${events} events and ${users} accounts. Use --force to replace it; it is kept under another name.`;
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    if (error.code.startsWith("SQLITE_BUSY") || error.code.startsWith("SQLITE_LOCKED")) {
      return `${target} is in use. Stop the server that uses it first.`;
    }
    return force
      ? null
      : `${target} is not a valid database (${error.message}). Use --force to replace it; it is kept under another name.`;
  } finally {
    database?.close();
  }
}

/** Keeps the replaced file's owner: the server may run as a different user. */
function giveTo(file: string, target: string): void {
  if (!existsSync(target)) return;
  const { uid, gid } = statSync(target);
  if (process.getuid?.() === 0) chownSync(file, uid, gid);
}

/**
 * Adds a second name (a hard link) to the file, so that the original name exists at every moment: otherwise a start after an
 * interruption would create an empty database.
 */
function setAside(target: string): string | null {
  if (!existsSync(target)) return null;
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const aside = `${target}.replaced-${stamp}`;
  try {
    linkSync(target, aside);
  } catch {
    // The file system does not support hard links.
    copyFileSync(target, aside, constants.COPYFILE_EXCL);
    syncToDisk(aside);
  }
  for (const suffix of ["-wal", "-shm", "-journal"]) {
    if (existsSync(target + suffix)) renameSync(target + suffix, aside + suffix);
  }
  return aside;
}
