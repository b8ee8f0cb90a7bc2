import "server-only";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Store } from "./client";

/** A page ends after its rows, a count looks at all; a walk along what is rare (list-walk.ts) meets few that are not listed. */
export type Purpose = "page" | "count" | "walk";

/** With this many hits it is cheaper to walk the list in its order and to ask of each row than to gather all hits first. */
export const MANY = 5000;

/** Has `table` so many rows, called `r`, for which `where` holds? */
export async function holdsMany({ reader }: Store, table: Prisma.Sql, where: Prisma.Sql): Promise<boolean> {
  const rows = await reader.$queryRaw<unknown[]>`SELECT 1 FROM ${table} r WHERE ${where} LIMIT 1 OFFSET ${MANY}`;
  return rows.length > 0;
}

/**
 * Conversations `c` that have a row of `table`, called `r`, for which `where` holds. Postgres plans either form by its
 * statistics; for SQLite the better one is chosen here.
 */
export async function relatedCondition(
  store: Store,
  purpose: Purpose,
  table: Prisma.Sql,
  where: Prisma.Sql,
): Promise<Prisma.Sql> {
  // A scalar subquery, which no planner turns back into gathering.
  if (purpose === "walk") return Prisma.sql`(${oneOf(table, where)} LIMIT 1) = 1`;
  const gathered = Prisma.sql`c."id" IN (SELECT r."conversationId" FROM ${table} r WHERE ${where})`;
  if (store.dialect !== "sqlite" || purpose === "count") return gathered;
  return (await holdsMany(store, table, where)) ? asked(table, where) : gathered;
}

/** Conversations `c` without such a row: most have none, so each is asked. */
export function unrelatedCondition(table: Prisma.Sql, where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT ${asked(table, where)}`;
}

function asked(table: Prisma.Sql, where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (${oneOf(table, where)})`;
}

/** The rows of conversation `c`. */
function oneOf(table: Prisma.Sql, where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM ${table} r WHERE r."conversationId" = c."id" AND ${where}`;
}
