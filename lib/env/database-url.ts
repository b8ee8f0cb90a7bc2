import { isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError } from "@/lib/errors/app-error";

/** Where the data lives: a SQLite file (absolute path) or a Postgres server. */
export type Database = { dialect: "sqlite"; path: string } | { dialect: "postgresql"; url: string };

export type Dialect = Database["dialect"];

export const defaultDatabaseUrl = "file:./data/playhead.db";

/**
 * The database of `DATABASE_URL`, whatever the other variables are.
 * @throws AppError environment_invalid
 */
export function databaseOf(variables: Record<string, string | undefined>): Database {
  const database = parseDatabaseUrl(variables.DATABASE_URL?.trim() || defaultDatabaseUrl);
  if (database === null) throw new AppError("environment_invalid", `DATABASE_URL ${databaseUrlFault}`);
  return database;
}

export const databaseUrlFault = "must be file:<path> for SQLite or postgresql://… for Postgres";

/**
 * Reads `DATABASE_URL`: `file:…` (relative to the working directory) or `postgresql://…`. `null` when it is neither.
 */
export function parseDatabaseUrl(text: string): Database | null {
  if (text.startsWith("file:")) {
    const path = text.startsWith("file://") ? filePath(text) : text.slice("file:".length);
    if (path === null || path === "" || path.includes("?")) return null;
    return { dialect: "sqlite", path: isAbsolute(path) ? path : resolve(path) };
  }
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) ? { dialect: "postgresql", url: text } : null;
}

function filePath(url: string): string | null {
  try {
    return fileURLToPath(url);
  } catch {
    return null;
  }
}
