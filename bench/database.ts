import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database, Dialect } from "@/lib/env/database-url";
import { createPostgresDatabase } from "@/lib/testing/postgres/postgres-database";
import { startPostgres } from "@/lib/testing/postgres/start-postgres";
import { migrate } from "@/prisma/migrate";

/** A new, migrated, empty database. */
export interface FreshDatabase {
  database: Database;
  /** The value for `DATABASE_URL`. */
  url: string;
  drop(): Promise<void>;
}

export async function freshDatabase(dialect: Dialect): Promise<FreshDatabase> {
  const fresh = dialect === "sqlite" ? sqlite() : await postgres();
  await migrate(fresh.database);
  return fresh;
}

function sqlite(): FreshDatabase {
  const folder = mkdtempSync(join(tmpdir(), "playhead-bench-"));
  const path = join(folder, "playhead.db");
  const drop = async () => rmSync(folder, { recursive: true, force: true });
  return { database: { dialect: "sqlite", path }, url: `file:${path}`, drop };
}

let postgresServer: Promise<{ url: string; stop?: () => Promise<void> }> | undefined;

/** On the server of `TEST_POSTGRES_URL`, else on one started for all benchmarks of this run. */
async function postgres(): Promise<FreshDatabase> {
  const given = process.env.TEST_POSTGRES_URL;
  postgresServer ??= given ? Promise.resolve({ url: given }) : startPostgres();
  const name = `playhead_bench_${process.pid}_${Date.now()}`;
  const { url, drop } = await createPostgresDatabase((await postgresServer).url, name);
  return { database: { dialect: "postgresql", url }, url, drop };
}

/** Stops the Postgres that `freshDatabase` may have started. */
export async function stopPostgres(): Promise<void> {
  await (await postgresServer)?.stop?.();
}
