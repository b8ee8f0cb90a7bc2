import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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

/** The SQL of a migration. */
export function migrationScript(dialect: Dialect, name: string): string {
  return readFileSync(join(migrationsFolder(dialect), name, "migration.sql"), "utf8");
}

export function migrationsFolder(dialect: Dialect): string {
  return join(prismaFolder, dialect, "migrations");
}
