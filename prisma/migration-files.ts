import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import type { Dialect } from "@/lib/env/database-url";

/** Every command and the server run in the project's folder. */
export const prismaFolder = join(process.cwd(), "prisma");

/** Names of a dialect's migrations, oldest first. */
export function migrationNames(dialect: Dialect): string[] {
  const folder = migrationsFolder(dialect);
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** A dialect's migrations as the schema engine takes them, up to the one of a name. */
export function migrationList(dialect: Dialect, upTo?: string): MigrationList {
  const baseDir = migrationsFolder(dialect);
  const namesUpTo = migrationNames(dialect).filter((name) => upTo === undefined || name <= upTo);
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: `provider = "${dialect}"\n` },
    shadowDbInitScript: "",
    migrationDirectories: namesUpTo.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(baseDir, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

export function migrationsFolder(dialect: Dialect): string {
  return join(prismaFolder, dialect, "migrations");
}
