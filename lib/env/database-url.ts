import { isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError } from "@/lib/errors/app-error";
import { faultOfPostgresAddress } from "./postgres-address";

/** The database: a SQLite file (absolute path) or a Postgres server. `directUrl` bypasses the pooler of `url`. */
export type Database = { dialect: "sqlite"; path: string } | { dialect: "postgresql"; url: string; directUrl?: string };

export type Dialect = Database["dialect"];

/** A database, or which variable is invalid and why. */
export type DatabaseResult = { ok: true; database: Database } | { ok: false; variable: string; fault: string };

/**
 * The database of `DATABASE_URL` and `DIRECT_URL`, independent of other variables.
 * @throws AppError environment_invalid
 */
export function databaseOf(variables: Record<string, string | undefined>): Database {
  const result = readDatabase(variables.DATABASE_URL?.trim() || undefined, variables.DIRECT_URL?.trim() || undefined);
  if (result.ok) return result.database;
  throw new AppError("environment_invalid", `${result.variable} ${result.fault}`);
}

/** Parses `file:…` (relative to the working directory) or `postgresql://…`. */
export function readDatabase(address = "file:./data/playhead.db", direct?: string): DatabaseResult {
  const refuse = (variable: string, fault: string): DatabaseResult => ({ ok: false, variable, fault });
  if (address.startsWith("file:")) {
    const path = address.startsWith("file://") ? filePath(address) : address.slice("file:".length);
    if (path === null || path === "") return refuse("DATABASE_URL", "must be file:<path> for SQLite");
    if (path.includes("?")) {
      return refuse("DATABASE_URL", "takes no ?parameters with SQLite: remove everything from the ? on");
    }
    if (direct !== undefined) return refuse("DIRECT_URL", "is for Postgres behind a pooler: remove it with SQLite");
    return { ok: true, database: { dialect: "sqlite", path: isAbsolute(path) ? path : resolve(path) } };
  }
  if (!/^postgres(ql)?:\/\//.test(address)) {
    return refuse("DATABASE_URL", "must be file:<path> for SQLite or postgresql://… for Postgres");
  }
  const fault = faultOfPostgresAddress(address);
  if (fault !== null) return refuse("DATABASE_URL", fault);
  if (direct === undefined) return { ok: true, database: { dialect: "postgresql", url: address } };
  const directFault = faultOfPostgresAddress(direct) ?? faultOfPair(address, direct);
  if (directFault !== null) return refuse("DIRECT_URL", directFault);
  return { ok: true, database: { dialect: "postgresql", url: address, directUrl: direct } };
}

/** A pooler does not pass on a search_path, which `?schema=` requires. */
function faultOfPair(address: string, direct: string): string | null {
  const hasSchema = [address, direct].some((text) => new URLSearchParams(text.split("?")[1]).has("schema"));
  return hasSchema
    ? "cannot be used with ?schema= in an address, which poolers do not pass on. Remove both and give the role the schema: " +
        "ALTER ROLE <role> SET search_path = <schema>"
    : null;
}

function filePath(url: string): string | null {
  try {
    return fileURLToPath(url);
  } catch {
    return null;
  }
}
