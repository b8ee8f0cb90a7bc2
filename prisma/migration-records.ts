import { createHash, randomUUID } from "node:crypto";
import type { Dialect } from "@/lib/env/database-url";
import type { MigrationConnection } from "./migration-connection";

/** The migrations recorded in the database. */
export interface MigrationRecords {
  applied: string[];
  /** Started by a version that recorded migrations before running them, and not finished. */
  unfinished: string[];
}

/** As created by Prisma's own tools, so that they can read the database. */
const tables: Record<Dialect, string> = {
  sqlite: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`,
  postgresql: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`,
};

export async function readRecords(connection: MigrationConnection): Promise<MigrationRecords> {
  if (!(await connection.hasRecords())) return { applied: [], unfinished: [] };
  const rows = await connection.rows(
    `SELECT "migration_name" AS "name", "finished_at" IS NOT NULL AS "isFinished"
     FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  );
  const applied = rows.filter(({ isFinished }) => Boolean(isFinished)).map(({ name }) => String(name));
  const begun = rows.filter(({ isFinished }) => !isFinished).map(({ name }) => String(name));
  return { applied, unfinished: begun.filter((name) => !applied.includes(name)) };
}

export async function makeRecords(connection: MigrationConnection, dialect: Dialect): Promise<void> {
  await connection.run(tables[dialect]);
}

/** Records a migration as applied, with Prisma's checksum. */
export async function record(connection: MigrationConnection, name: string, script: string): Promise<void> {
  const checksum = createHash("sha256").update(script).digest("hex");
  const now = `'${new Date().toISOString().replace("Z", "+00:00")}'`;
  await connection.run(
    `UPDATE "_prisma_migrations" SET "rolled_back_at" = ${now}
     WHERE "migration_name" = '${name}' AND "finished_at" IS NULL AND "rolled_back_at" IS NULL`,
  );
  await connection.run(
    `INSERT INTO "_prisma_migrations"
       ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count")
     VALUES ('${randomUUID()}', '${checksum}', ${now}, '${name}', ${now}, 1)`,
  );
}
