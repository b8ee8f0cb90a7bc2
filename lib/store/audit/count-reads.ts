import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { jsonList } from "@/lib/store/connection/json-rows";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** How often somebody read something on a day. */
export interface ReadCount {
  /** Days since 1970 (UTC). */
  day: number;
  action: string;
  actorKind: string;
  role: string | null;
  count: number;
}

const microsecondsADay = Prisma.raw("86400000000");

/**
 * Entries of the access log, and of reveals, about visitors, their conversations, and the events and deliveries of these: by day,
 * action and role, without names.
 */
export async function countReads({ reader, dialect }: Store, visitorKeys: readonly string[]): Promise<ReadCount[]> {
  const visitors = jsonList(dialect, "text", visitorKeys);
  const conversations = Prisma.sql`"Conversation" c WHERE c."visitorKey" IN (${visitors})`;
  const events = Prisma.sql`"Event" e WHERE e."conversationId" IN (SELECT c."id" FROM ${conversations})`;
  const about = (type: string, ids: Prisma.Sql) => Prisma.sql`
    SELECT a."at" / ${microsecondsADay} AS "day", a."action" AS "action", a."actorKind" AS "actorKind", a."role" AS "role"
    FROM "AuditEntry" a
    WHERE a."subjectType" = ${type} AND a."subjectId" IN (${ids}) AND (a."log" = 'access' OR a."action" = 'reveal')`;
  const rows = await reader.$queryRaw<
    (Omit<ReadCount, "day" | "count"> & { day: bigint | number; count: bigint | number })[]
  >`
    SELECT "day", "action", "actorKind", "role", count(*) AS "count" FROM (
      ${about("visitor", visitors)}
      UNION ALL ${about("conversation", Prisma.sql`SELECT c."key" FROM ${conversations}`)}
      UNION ALL ${about("event", Prisma.sql`SELECT CAST(e."id" AS TEXT) FROM ${events}`)}
      UNION ALL ${about("delivery", Prisma.sql`SELECT CAST(e."deliveryId" AS TEXT) FROM ${events}`)}
    ) AS found GROUP BY "day", "action", "actorKind", "role" ORDER BY "day", "action", "actorKind", "role"`;
  return rows.map((row) => ({ ...row, day: Number(row.day), count: Number(row.count) }));
}
