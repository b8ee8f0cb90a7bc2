import { randomBytes } from "node:crypto";
import BetterSqlite3 from "better-sqlite3";
import { Client } from "pg";
import { inject } from "vitest";
import type { Database } from "@/lib/env/database-url";

/** Blocks all other writers, like a long transaction of another process. Returns a function that releases the lock. */
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
  // A failed test never releases it, and its database is dropped.
  other.on("error", () => {});
  await other.connect();
  await other.query('BEGIN; UPDATE "WriterClock" SET "id" = "id"');
  return async () => {
    await other.query("ROLLBACK");
    await other.end();
  };
}

/** Closes all connections to a Postgres database, like a restart. */
export async function cutConnections(database: Database & { dialect: "postgresql" }): Promise<void> {
  const client = new Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  const name = new URL(database.url).pathname.slice(1);
  await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
  await client.end();
}

/** A Postgres database as seen by a role whose permission to insert can be changed. */
export interface RestrictedDatabase {
  database: Database & { dialect: "postgresql" };
  setInsert(isAllowed: boolean): Promise<void>;
  drop(): Promise<void>;
}

/** A database for a role that may read and change everything, but not insert until it is allowed to. */
export async function restrictDatabase(url: string): Promise<RestrictedDatabase> {
  const role = `playhead_role_${randomBytes(6).toString("hex")}`;
  const run = async (...statements: string[]) => {
    const owner = new Client({ connectionString: url });
    await owner.connect();
    for (const statement of statements) await owner.query(statement);
    await owner.end();
  };
  const all = "ON ALL TABLES IN SCHEMA public";
  await run(
    `CREATE ROLE ${role} LOGIN PASSWORD 'secret'`,
    `GRANT SELECT, UPDATE, DELETE ${all} TO ${role}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
  );
  const restricted = new URL(url);
  restricted.username = role;
  restricted.password = "secret";
  return {
    database: { dialect: "postgresql", url: restricted.href },
    setInsert: (isAllowed) => run(isAllowed ? `GRANT INSERT ${all} TO ${role}` : `REVOKE INSERT ${all} FROM ${role}`),
    drop: () => run(`DROP OWNED BY ${role}`, `DROP ROLE ${role}`),
  };
}
