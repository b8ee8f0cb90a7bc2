import "server-only";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { databaseFailure } from "@/lib/errors/database-failure";
import { log } from "@/lib/log/log";
import type { Store } from "./open-store";

/** `code` is for the log: the SQLSTATE, or SQLite's name. */
export type Readiness = { ok: true } | { ok: false; reason: string; code?: string };

/** Whether the database answers and has the migrations of this version: all of them, and no others. */
export async function readiness({ dialect, reader }: Store): Promise<Readiness> {
  const folder = join(process.cwd(), "prisma", dialect, "migrations");
  const wanted = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{14}_/.test(name)) : [];
  try {
    const rows = await reader.$queryRaw<{ name: string }[]>`
      SELECT "migration_name" AS "name" FROM "_prisma_migrations"
      WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;
    const applied = new Set(rows.map(({ name }) => name));
    const unknown = [...applied].filter((name) => !wanted.includes(name));
    // A function on Vercel may not carry the files.
    if (wanted.length > 0 && unknown.length > 0) {
      const reason = `A newer version of Playhead has upgraded the database (${unknown.join(", ")}): start that version`;
      return { ok: false, reason };
    }
    const missing = wanted.filter((name) => !applied.has(name));
    return missing.length === 0 ? { ok: true } : { ok: false, reason: `Not migrated: ${missing.join(", ")}` };
  } catch (error) {
    const failure = databaseFailure(error);
    if (failure !== null) return { ok: false, reason: failure.reason, code: failure.code };
    log().error({ err: error }, "The migrations cannot be read");
    return { ok: false, reason: "The database is not migrated" };
  }
}
