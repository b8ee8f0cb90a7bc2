import "server-only";
import { statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { settings } from "@/lib/store/connection/sqlite-connection";

/** The time (ISO 8601) of the rewrite, or of the first start of a database that did not need it. */
const settingName = "secure-delete.since";

/**
 * Rewrites a SQLite file if no earlier call did: connections of earlier versions left deleted data in its free space. A database
 * without events is only marked.
 *
 * @returns why it was not possible and what to do, or null; the next call tries again
 */
export function vacuumOnce(path: string, tell: (line: string) => void): string | null {
  const database = new Database(path, { fileMustExist: true });
  try {
    database.exec(settings);
    if (isMarked(database)) return null;
    if (hasData(database)) {
      const obstacle = obstacleOf(path);
      if (obstacle !== null) return obstacle;
      tell("Rewriting the database once, so that deleted data leaves the file.");
      database.exec("VACUUM");
      database.pragma("wal_checkpoint(TRUNCATE)");
    }
    database
      .prepare('INSERT INTO "Setting" ("name", "value") VALUES (?, ?) ON CONFLICT ("name") DO NOTHING')
      .run(settingName, new Date().toISOString());
    return null;
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return warning(`${error.message}. Free disk space of twice its size, also in the folder for temporary files`);
  } finally {
    database.close();
  }
}

function isMarked(database: Database.Database): boolean {
  return database.prepare('SELECT 1 FROM "Setting" WHERE "name" = ?').get(settingName) !== undefined;
}

function hasData(database: Database.Database): boolean {
  return database.prepare('SELECT 1 FROM "Delivery" UNION ALL SELECT 1 FROM "User" LIMIT 1').get() !== undefined;
}

/** The rewritten file is written to a temporary file, then to the write-ahead log. */
function obstacleOf(path: string): string | null {
  const needed = 2 * statSync(path).size;
  const { bavail, bsize } = statfsSync(dirname(path));
  if (bavail * bsize >= needed) return null;
  return warning(`${dirname(path)} does not have enough free space. Free ${Math.ceil(needed / 1e6)} MB`);
}

function warning(reason: string): string {
  return `The database was not rewritten, so data that was deleted by earlier versions may remain in its file: ${reason}; the next start tries again.`;
}
