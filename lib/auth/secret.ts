import "server-only";
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Env } from "@/lib/env/env";
import { tighten } from "@/lib/store/connection/keep-private";

/**
 * The secret that signs sessions: `AUTH_SECRET`, else the file `auth-secret` next to the SQLite database, created on first use.
 */
export function authSecret({ authSecret, database }: Pick<Env, "authSecret" | "database">): string {
  if (authSecret !== null) return authSecret;
  if (database.dialect !== "sqlite") throw new Error("AUTH_SECRET is required with Postgres.");
  const path = join(dirname(database.path), "auth-secret");
  return read(path) ?? create(path);
}

function read(path: string): string | null {
  try {
    tighten(path);
    return readFileSync(path, "utf8").trim() || null;
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** Writes a temporary file, then links it: two processes that start at once end up with the same secret. */
function create(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, "utf8").trim();
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
