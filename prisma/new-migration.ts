import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { Database } from "@/lib/env/database-url";
import { migrate } from "./migrate";
import { migrationsFolder } from "./migration-files";
import { schemaDifference } from "./schema-difference";
import { schemaFiles, withSchemaEngine } from "./schema-engine";

// `npm run migrate:new -- <name>`: writes, for both databases, the migration from the existing migrations to models.prisma.
const [, , name] = process.argv;
const postgres = process.env.TEST_POSTGRES_URL;
if (!name || !/^[a-z0-9_]+$/.test(name) || !postgres) {
  console.error("Usage: TEST_POSTGRES_URL=postgresql://… npm run migrate:new -- <name_in_snake_case>");
  process.exit(1);
}

const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
await onSqlite((database) => write(database, `${stamp}_${name}`));
await onPostgres(postgres, (database) => write(database, `${stamp}_${name}`));
process.exit(0);

async function write(database: Database, folderName: string): Promise<void> {
  const { dialect } = database;
  await migrate(database);
  const script = await withSchemaEngine(database, (engine) =>
    schemaDifference(engine, dialect, { tag: "schemaDatasource", files: schemaFiles(dialect), configDir: "." }),
  );
  if (script === "") {
    console.log(`${dialect}: nothing to change`);
    return;
  }
  const folder = join(migrationsFolder(dialect), folderName);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), `${script}\n`);
  console.log(`${dialect}: wrote ${folder}`);
}

async function onSqlite(work: (database: Database) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "playhead-migration-"));
  await work({ dialect: "sqlite", path: join(folder, "shadow.db") });
  rmSync(folder, { recursive: true });
}

async function onPostgres(server: string, work: (database: Database) => Promise<void>): Promise<void> {
  const shadow = `playhead_migration_${process.pid}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE "${shadow}"`);
  try {
    const url = new URL(server);
    url.pathname = `/${shadow}`;
    await work({ dialect: "postgresql", url: url.href });
  } finally {
    await client.query(`DROP DATABASE "${shadow}" WITH (FORCE)`);
    await client.end();
  }
}
