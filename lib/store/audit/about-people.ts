import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { jsonList } from "@/lib/store/connection/json-rows";
import { Prisma } from "@/prisma/generated/sqlite/client";

export interface People {
  visitors: readonly string[];
  /** Keys of further conversations. */
  conversations?: readonly string[];
}

/**
 * Columns of the entries `a` of the access log, and of reveals, that are about visitors, their conversations, and the events and
 * deliveries of these, as a statement.
 */
export function entriesAbout(
  dialect: Dialect,
  { visitors, conversations = [] }: People,
  columns: Prisma.Sql,
): Prisma.Sql {
  const keys = jsonList(dialect, "text", visitors);
  const own = Prisma.sql`"Conversation" c WHERE c."visitorKey" IN (${keys}) OR c."key" IN (${jsonList(dialect, "text", conversations)})`;
  const events = Prisma.sql`"Event" e WHERE e."conversationId" IN (SELECT c."id" FROM ${own})`;
  const about = (type: string, ids: Prisma.Sql) => Prisma.sql`
    SELECT ${columns} FROM "AuditEntry" a
    WHERE a."subjectType" = ${type} AND a."subjectId" IN (${ids}) AND (a."log" = 'access' OR a."action" = 'reveal')`;
  return Prisma.sql`
    ${about("visitor", keys)}
    UNION ALL ${about("conversation", Prisma.sql`SELECT c."key" FROM ${own}`)}
    UNION ALL ${about("event", Prisma.sql`SELECT CAST(e."id" AS TEXT) FROM ${events}`)}
    UNION ALL ${about("delivery", Prisma.sql`SELECT CAST(e."deliveryId" AS TEXT) FROM ${events}`)}`;
}
