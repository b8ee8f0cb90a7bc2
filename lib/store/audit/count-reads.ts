import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { entriesAbout } from "./about-people";

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

/** Entries of the access log, and of reveals, about visitors: by day, action and role, without names. */
export async function countReads({ reader, dialect }: Store, visitorKeys: readonly string[]): Promise<ReadCount[]> {
  const columns = Prisma.sql`a."at" / ${microsecondsADay} AS "day", a."action" AS "action", a."actorKind" AS "actorKind", a."role" AS "role"`;
  const rows = await reader.$queryRaw<
    (Omit<ReadCount, "day" | "count"> & { day: bigint | number; count: bigint | number })[]
  >`
    SELECT "day", "action", "actorKind", "role", count(*) AS "count"
    FROM (${entriesAbout(dialect, { visitors: visitorKeys }, columns)}) AS found
    GROUP BY "day", "action", "actorKind", "role" ORDER BY "day", "action", "actorKind", "role"`;
  return rows.map((row) => ({ ...row, day: Number(row.day), count: Number(row.count) }));
}
