import BetterSqlite3 from "better-sqlite3";
import { Client } from "pg";
import { inject } from "vitest";
import type { Database } from "@/lib/env/database-url";

/** Keeps every other writer out, as another process in a long transaction would. Returns what lets them in again. */
export async function lockDatabase(database: Database): Promise<() => Promise<void>> {
  if (database.dialect === "sqlite") {
    const other = new BetterSqlite3(database.path);
    other.exec("BEGIN IMMEDIATE");
    return async () => {
      other.exec("ROLLBACK");
      other.close();
    };
  }
  const other = new Client({ connectionString: database.url });
  await other.connect();
  await other.query('BEGIN; UPDATE "WriterClock" SET "id" = "id"');
  return async () => {
    await other.query("ROLLBACK");
    await other.end();
  };
}

/** Cuts all connections to a Postgres database, as its restart would. */
export async function cutConnections(database: Database & { dialect: "postgresql" }): Promise<void> {
  const client = new Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  const name = new URL(database.url).pathname.slice(1);
  await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
  await client.end();
}
