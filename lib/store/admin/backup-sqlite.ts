import "server-only";
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { inspectSqlite, type SqliteContents } from "./inspect-sqlite";

export type BackupResult = { ok: true; contents: SqliteContents; bytes: number } | { ok: false; reason: string };

/**
 * Copies a SQLite database, which may be in use, as a consistent snapshot and verifies the copy.
 *
 * `VACUUM INTO` reads in one transaction: unlike SQLite's backup API, it does not restart when another process writes, and
 * deleted data is not copied. Blocks the calling process; other processes can keep writing.
 *
 * @throws Error from the file system
 */
export function backupSqlite(source: string, destination: string): BackupResult {
  if (!existsSync(source)) return { ok: false, reason: `Database not found: ${source}.` };
  if (!reserve(destination)) return { ok: false, reason: `${destination} already exists.` };
  const partial = `${destination}.partial`;
  let isWhole = false;
  try {
    rmSync(partial, { force: true });
    // Contains personal data and password hashes: readable by the owner only.
    closeSync(openSync(partial, "wx", 0o600));
    const eventsUpTo = copy(source, partial);
    // SQLite does not sync this copy to disk.
    syncToDisk(partial);
    const inspection = inspectSqlite(partial);
    if (!inspection.ok) return { ok: false, reason: `The copy is invalid: ${inspection.reason}.` };
    const { contents } = inspection;
    const expected = eventsUpTo(contents.lastEventId);
    if (contents.events !== expected) {
      return { ok: false, reason: `The copy has ${contents.events} events, but the database has ${expected}.` };
    }
    renameSync(partial, destination);
    syncToDisk(dirname(destination));
    isWhole = true;
    return { ok: true, contents, bytes: statSync(destination).size };
  } finally {
    rmSync(partial, { force: true });
    if (!isWhole) rmSync(destination, { force: true });
  }
}

/** Flushes a file's contents, or a folder's entries, so that they survive a power cut. */
export function syncToDisk(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Creates the file exclusively, so that an existing file is never replaced. */
function reserve(path: string): boolean {
  try {
    closeSync(openSync(path, "wx", 0o600));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Returns a function that counts the source's events up to an ID: the log is append-only, so the copy must have as many. */
function copy(source: string, partial: string): (lastId: bigint) => number {
  const open = () => new Database(source, { fileMustExist: true, timeout: 10_000 });
  const database = open();
  try {
    database.prepare("VACUUM INTO ?").run(partial);
  } finally {
    database.close();
  }
  return (lastId) => {
    const again = open();
    try {
      return Number(again.prepare('SELECT COUNT(*) FROM "Event" WHERE "id" <= ?').pluck().get(lastId));
    } finally {
      again.close();
    }
  };
}
