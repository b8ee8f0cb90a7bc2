import "server-only";
import { createHash } from "node:crypto";
import type { SqlQuery } from "@prisma/driver-adapter-utils";

/** Ingestion uses about thirty; each connection keeps those it has run. */
const mostNamed = 100;

const names = new Map<string, string>();
const named = new WeakMap<SqlQuery, string>();

/** Lets Postgres cache a statement's plan under a name, shared by all statements with the same text. Returns `query`. */
export function nameStatement(query: SqlQuery): SqlQuery {
  const { sql } = query;
  if (!names.has(sql) && names.size < mostNamed) {
    names.set(sql, `playhead_${createHash("sha256").update(sql).digest("hex").slice(0, 32)}`);
  }
  const name = names.get(sql);
  if (name !== undefined) named.set(query, name);
  return query;
}

/** The name of a statement; empty for unnamed ones, as in Postgres's protocol. */
export function nameOfStatement(query: SqlQuery): string {
  return named.get(query) ?? "";
}
