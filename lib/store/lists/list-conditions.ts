import "server-only";
import { clausesOf } from "@/lib/filters/clauses-of";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { clauseCondition } from "./clause-condition";
import { isForNobody } from "./columns-asked";
import type { Purpose } from "./list-related";
import { isOfTimes, type Times, timesOf, type WalkedTime, within } from "./list-times";
import { variableConditions } from "./list-variables";
import { columnSql } from "./value-sql";

/** By which time a list is walked, and between which times; null where it is not walked in their order. */
export interface WalkedTimes {
  walked: WalkedTime | null;
  times: Times;
}

/** The SQL that `filters` mean, over `"Conversation" c`. Every value is a parameter. */
export async function listConditions(
  store: Store,
  filters: ConversationFilters,
  purpose: Purpose,
  { walked, times }: WalkedTimes = { walked: null, times: timesOf(filters) },
): Promise<Prisma.Sql> {
  const clauses = clausesOf(filters).filter((clause) => !isOfTimes(clause));
  const context = { purpose, isOfUnassigned: clauses.some(isForNobody) };
  const conditions = [
    ...(await Promise.all(clauses.map((clause) => clauseCondition(store, clause, context)))),
    ...(await variableConditions(store, purpose, filters.variables)),
    ...timeConditions(store, { walked, times }),
  ];
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? Prisma.sql`1 = 1` : Prisma.join(given, " AND ");
}

/** SQLite would look up conversations by the time that is not walked, and sort them, were they a million: `+` keeps it from that. */
function timeConditions({ dialect }: Store, { walked, times }: WalkedTimes): Prisma.Sql[] {
  const time = (name: WalkedTime) =>
    columnSql(name, dialect === "postgresql" || walked === null || walked === name ? Prisma.sql`c.` : Prisma.sql`+c.`);
  return [...within(time("lastEventAt"), times.lastEventAt), ...within(time("createdAt"), times.createdAt)];
}
