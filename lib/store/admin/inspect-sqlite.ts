import "server-only";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

/** The contents of a Playhead SQLite file. */
export interface SqliteContents {
  deliveries: number;
  events: number;
  conversations: number;
  users: number;
  /** The last event ID allocated when the file was written. */
  lastEventId: bigint;
  migrations: number;
  /** Migrations of this version that are not applied. */
  missing: string[];
  /** Applied migrations that this version does not have. */
  unknown: string[];
}

export type SqliteInspection = { ok: true; contents: SqliteContents } | { ok: false; reason: string };

/** Reads a whole SQLite file that no other process has open, and checks that it is an intact Playhead database. */
export function inspectSqlite(path: string): SqliteInspection {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { fileMustExist: true });
    database.pragma("secure_delete = ON");
    const faults = database.pragma("integrity_check(3)", { simple: false });
    const isSound = Array.isArray(faults) && faults.length === 1 && Object.values(faults[0] ?? {})[0] === "ok";
    if (!isSound) return { ok: false, reason: `it is damaged: ${JSON.stringify(faults)}` };
    return { ok: true, contents: readContents(database) };
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return { ok: false, reason: `it is not a Playhead database: ${error.message}` };
  } finally {
    database?.close();
  }
}

/** @throws SqliteError when it is not a Playhead database */
export function readContents(database: Database.Database): SqliteContents {
  const count = (table: string) => Number(database.prepare(`SELECT COUNT(*) FROM "${table}"`).pluck().get());
  const names = database.prepare('SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL');
  // A column of Prisma's own table: names are text.
  const applied = names.pluck().all() as string[];
  const known = readdirSync(join(process.cwd(), "prisma", "sqlite", "migrations")).filter((name) =>
    /^\d{14}_/.test(name),
  );
  const lastId = database.prepare('SELECT "eventId" FROM "WriterClock"').pluck().safeIntegers().get();
  return {
    deliveries: count("Delivery"),
    events: count("Event"),
    conversations: count("Conversation"),
    users: count("User"),
    lastEventId: typeof lastId === "bigint" ? lastId : 0n,
    migrations: applied.length,
    missing: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  };
}
