import "server-only";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Dialect } from "@/lib/env/database-url";

const variable = "PLAYHEAD_MIGRATIONS";

/** The names of this version's migrations. Empty when the files are missing, as may happen in a function on Vercel. */
export function knownMigrations(dialect: Dialect): readonly string[] {
  return process.env[variable]?.split(",") ?? readNames(dialect);
}

/**
 * Keeps the names for this process, its threads and its children. An upgrade replaces the files before the process restarts:
 * until then, the files belong to a version that is not running yet.
 */
export function rememberMigrations(dialect: Dialect): void {
  const names = readNames(dialect);
  if (names.length > 0) process.env[variable] = names.join(",");
}

/**
 * Why this version refuses a database, as a clause without a period.
 *
 * @param names migrations that this version does not have
 */
export function upgradedByNewer(names: readonly string[]): string {
  return `A newer version of Playhead has upgraded the database (${names.join(", ")}): start that version or a later one`;
}

function readNames(dialect: Dialect): string[] {
  const folder = join(process.cwd(), "prisma", dialect, "migrations");
  return existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{14}_/.test(name)) : [];
}
