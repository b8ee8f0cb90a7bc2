import { isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the data lives: a SQLite file (absolute path) or a Postgres server. */
export type Database = { dialect: "sqlite"; path: string } | { dialect: "postgresql"; url: string };

export type Dialect = Database["dialect"];

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
