import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { inject } from "vitest";
import { cliCommand } from "@/lib/cli/cli-command.mjs";
import type { Database, Dialect } from "@/lib/env/database-url";
import type { Store } from "@/lib/store/connection/open-store";
import { createPostgresDatabase } from "@/lib/testing/postgres/postgres-database";

/** Runs `npm run <command>` on a database. */
export async function runCommand(
  command: string,
  database: Database,
  { args = [], variables = {} }: { args?: readonly string[]; variables?: Record<string, string> } = {},
): Promise<{ code: number | null; output: string }> {
  const url = database.dialect === "sqlite" ? `file:${database.path}` : database.url;
  const env = { ...process.env, ...variables, DATABASE_URL: url };
  const child = spawn(process.execPath, cliCommand(command, ...args), { env });
  child.stdin.end();
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: child.exitCode, output: out + errors };
}

/** A database without tables. */
export async function emptyDatabase(
  dialect: Dialect,
  folder: string,
): Promise<{ database: Database; drop(): Promise<void> }> {
  const name = `playhead_restored_${randomBytes(4).toString("hex")}`;
  if (dialect === "sqlite") return { database: { dialect, path: join(folder, name) }, drop: async () => {} };
  const { url, drop } = await createPostgresDatabase(inject("postgresUrl"), name);
  return { database: { dialect, url }, drop };
}

export const withoutPrograms = "pg_dump is missing or older than the server";

/** Postgres backups use its own programs, which must be at least as new as the server. */
export async function hasPrograms({ reader }: Store): Promise<boolean> {
  const { stdout } = spawnSync("pg_dump", ["--version"], { encoding: "utf8" });
  const [{ version } = { version: 0 }] = await reader.$queryRaw<{ version: number }[]>`
    SELECT current_setting('server_version_num')::int / 10000 AS "version"`;
  return Number(/\) (\d+)/.exec(stdout ?? "")?.[1] ?? 0) >= version;
}
