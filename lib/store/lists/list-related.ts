import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";

/**
 * A page ends after its rows, here in the order of the last event or of the beginning; a count looks at all; a walk along what is
 * rare (list-walk.ts) meets few that are not listed.
 */
export type Purpose = "page" | "page by beginning" | "count" | "scan";

/** With this many hits it is cheaper to walk the list in its order and to ask of each row than to gather all hits first. */
export const MANY = 5000;

/** Has `table` so many rows, called `r`, for which `where` holds? */
export async function holdsMany({ reader }: Store, table: Prisma.Sql, where: Prisma.Sql): Promise<boolean> {
  const rows = await reader.$queryRaw<unknown[]>`SELECT 1 FROM ${table} r WHERE ${where} LIMIT 1 OFFSET ${MANY}`;
  return rows.length > 0;
}

/** Rows of `table`, called `r`, for which `where` holds. */
export interface Rows {
  table: Prisma.Sql;
  where: Prisma.Sql;
  /** What is asked of one conversation's rows, where that is better said in another way. */
  ofOne?: Prisma.Sql;
}

/** Conversations `c` that have such a row. Neither database knows well which way is the better one, so it is chosen here. */
export async function relatedCondition(store: Store, purpose: Purpose, rows: Rows): Promise<Prisma.Sql> {
  const isAsked = purpose === "scan" || (purpose !== "count" && (await holdsMany(store, rows.table, rows.where)));
  if (isAsked) return asked(rows);
  // `OFFSET` keeps Postgres from gathering anew for each row.
  const once = store.dialect === "postgresql" && purpose !== "count" ? Prisma.sql`OFFSET 0` : Prisma.empty;
  return Prisma.sql`c."id" IN (SELECT r."conversationId" FROM ${rows.table} r WHERE ${rows.where} ${once})`;
}

/** Conversations `c` without such a row: most have none, so each is asked. */
export function unrelatedCondition(purpose: Purpose, rows: Rows): Prisma.Sql {
  if (purpose !== "count") return Prisma.sql`${oneOf(rows)} IS NOT TRUE`;
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM ${rows.table} r WHERE r."conversationId" = c."id" AND ${rows.where})`;
}

/** Conversations `c` that have such a row, looked up for each. */
export function asked(rows: Rows): Prisma.Sql {
  return Prisma.sql`${oneOf(rows)} IS NOT NULL`;
}

/**
 * True, or null: a scalar subquery, which no planner turns into gathering. Of `IS NOT NULL` Postgres expects that nearly all pass, of
 * `IS NOT TRUE` half; of a comparison, next to none, for which it would look at all.
 */
function oneOf({ table, where, ofOne = where }: Rows): Prisma.Sql {
  return Prisma.sql`(SELECT TRUE FROM ${table} r WHERE r."conversationId" = c."id" AND ${ofOne} LIMIT 1)`;
}
