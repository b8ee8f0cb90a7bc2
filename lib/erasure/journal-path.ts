import { dirname, join, resolve } from "node:path";
import type { Database } from "@/lib/env/database-url";

/** Path of the erasure journal: `ERASURE_JOURNAL`, otherwise next to the SQLite file. Null with Postgres if the variable is not set. */
export function journalPath(
  database: Database,
  variables: Record<string, string | undefined> = process.env,
): string | null {
  const chosen = variables.ERASURE_JOURNAL?.trim();
  if (chosen) return resolve(chosen);
  return database.dialect === "sqlite" ? join(dirname(database.path), "erasures.jsonl") : null;
}
