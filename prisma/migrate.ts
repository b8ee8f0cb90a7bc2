import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@/lib/env/database-url";
import { AppError } from "@/lib/errors/app-error";
import { upgradedByNewer } from "@/lib/store/connection/known-migrations";
import { applyMigration, finishMigration } from "./apply-migration";
import type { MigrationConnection } from "./migration-connection";
import { toMigrationError } from "./migration-error";
import { migrationNames, migrationScript } from "./migration-files";
import { type MigrationRecords, makeRecords, readRecords, record } from "./migration-records";
import { PostgresMigrations } from "./postgres-migrations";
import { SqliteMigrations } from "./sqlite-migrations";

interface Options {
  /** Maximum wait for another process that is migrating the same database, in milliseconds. */
  waitMs?: number;
  /** Aborts the upgrade and rolls it back. */
  signal?: AbortSignal;
  tell?: (line: string) => void;
}

/**
 * Applies pending migrations, creating a SQLite file if there is none. All run in one transaction: if it is interrupted, the
 * database is unchanged.
 *
 * @param upTo name of the last migration to apply; all if omitted
 * @returns the names of the applied migrations
 * @throws AppError with instructions
 */
export async function migrate(
  database: Database,
  upTo?: string,
  { waitMs = 60_000, signal, tell = () => {} }: Options = {},
): Promise<string[]> {
  const connection: MigrationConnection =
    database.dialect === "sqlite" ? new SqliteMigrations(database.path) : new PostgresMigrations(database);
  const cancel = () => connection.cancel();
  signal?.addEventListener("abort", cancel);
  try {
    await connection.open();
    await beginWithin(connection, waitMs, tell, signal);
    const applied = await applyPending(connection, database, upTo, tell, signal);
    await connection.commit();
    return applied;
  } catch (error) {
    await connection.rollback().catch(() => {});
    throw signal?.aborted ? interrupted(error) : toMigrationError(error, database);
  } finally {
    signal?.removeEventListener("abort", cancel);
    await connection.close().catch(() => {});
  }
}

async function applyPending(
  connection: MigrationConnection,
  { dialect }: Database,
  upTo: string | undefined,
  tell: (line: string) => void,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const known = migrationNames(dialect);
  const records = await readRecords(connection);
  refuseForeign(known, records, await connection.hasTables());
  const pending = known.filter((name) => !records.applied.includes(name) && (upTo === undefined || name <= upTo));
  if (pending.length === 0) return [];
  const isUpgrade = records.applied.length > 0 || records.unfinished.length > 0;
  if (isUpgrade) tell(`Upgrading the database: ${pending.length} steps, all or none.`);
  await connection.prepare(isUpgrade, tell);
  await makeRecords(connection, dialect);
  // Yields to the event loop, so that a signal is handled between two statements.
  const mayGoOn = async () => {
    await pause(0);
    signal?.throwIfAborted();
  };
  for (const name of pending) {
    const script = migrationScript(dialect, name);
    if (records.unfinished.includes(name)) {
      tell(`Finishing ${name}, which was interrupted.`);
      await finishMigration(connection, script, mayGoOn);
    } else await applyMigration(connection, script, mayGoOn);
    await record(connection, name, script);
  }
  await mayGoOn();
  return pending;
}

function refuseForeign(known: readonly string[], { applied, unfinished }: MigrationRecords, hasTables: boolean): void {
  const newer = [...applied, ...unfinished].filter((name) => !known.includes(name));
  if (newer.length > 0) {
    const remedy = "or restore a copy from before the upgrade.";
    throw new AppError("database_newer", `${upgradedByNewer(newer)}, ${remedy}`);
  }
  if (applied.length + unfinished.length === 0 && hasTables) {
    throw new AppError(
      "database_not_empty",
      "The database of DATABASE_URL contains other tables. Playhead needs a database of its own: create an empty one.",
    );
  }
}

async function beginWithin(
  connection: MigrationConnection,
  waitMs: number,
  tell: (line: string) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const until = performance.now() + waitMs;
  for (let attempt = 0; !(await connection.begin()); attempt++) {
    if (attempt === 0) tell("Another process is writing to or upgrading the database: waiting for it.");
    if (performance.now() >= until) {
      throw new AppError(
        "migration_locked",
        `Another process has kept the database locked for ${Math.round(waitMs / 1000)} s. Let its upgrade finish or end it, ` +
          "then start again.",
      );
    }
    await pause(250);
    signal?.throwIfAborted();
  }
}

function interrupted(cause: unknown): AppError {
  return new AppError(
    "migration_interrupted",
    "The upgrade of the database was interrupted and rolled back. The next start runs it again.",
    { cause },
  );
}
