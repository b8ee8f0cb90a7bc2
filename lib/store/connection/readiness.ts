import "server-only";
import { AppError } from "@/lib/errors/app-error";
import { databaseFailure } from "@/lib/errors/database-failure";
import { log } from "@/lib/log/log";
import { knownMigrations, upgradedByNewer } from "./known-migrations";
import type { Store } from "./open-store";

/** `code` is for the log: the SQLSTATE, or SQLite's error name. */
export type Readiness = { ok: true } | { ok: false; reason: string; code?: string };

/** Whether the database answers and has exactly the migrations of this version. */
export async function readiness(store: Store): Promise<Readiness> {
  try {
    const { newer, missing } = await compareMigrations(store);
    if (newer.length > 0) return { ok: false, reason: upgradedByNewer(newer) };
    return missing.length === 0 ? { ok: true } : { ok: false, reason: `Not migrated: ${missing.join(", ")}` };
  } catch (error) {
    const failure = databaseFailure(error);
    if (failure !== null) return { ok: false, reason: failure.reason, code: failure.code };
    log().error({ err: error }, "The migrations cannot be read");
    return { ok: false, reason: "The database is not migrated" };
  }
}

/**
 * Prevents this version from writing to a database that a newer one has upgraded.
 *
 * @throws AppError database_newer
 */
export async function requireKnownMigrations(store: Store): Promise<void> {
  const { newer } = await compareMigrations(store);
  if (newer.length > 0) throw new AppError("database_newer", `${upgradedByNewer(newer)}.`);
}

/** Which migrations the database has that this version lacks (`newer`), and which it is missing. */
export async function compareMigrations({ dialect, reader }: Store): Promise<{ newer: string[]; missing: string[] }> {
  const known = knownMigrations(dialect);
  const rows = await reader.$queryRaw<{ name: string }[]>`
    SELECT "migration_name" AS "name" FROM "_prisma_migrations"
    WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;
  const applied = new Set(rows.map(({ name }) => name));
  return {
    newer: known.length === 0 ? [] : [...applied].filter((name) => !known.includes(name)),
    missing: known.filter((name) => !applied.has(name)),
  };
}
