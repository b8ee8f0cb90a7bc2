import "server-only";
import type { Speaker } from "@/lib/filters/kinds/condition";
import { Prisma } from "@/prisma/generated/sqlite/client";

const conditions: Record<Speaker, Prisma.Sql> = {
  visitor: Prisma.sql`e."type" = 'message' AND e."actorType" = 'visitor'`,
  bot: Prisma.sql`e."type" = 'message' AND e."actorType" = 'bot'`,
  agent: Prisma.sql`e."type" = 'message' AND e."actorType" IN ('user', 'team')`,
  note: Prisma.sql`e."type" = 'note'`,
};

/** A condition on the speaker of events `e`. */
export function andSaidBy(by: Speaker | null): Prisma.Sql {
  return by === null ? Prisma.empty : Prisma.sql`AND ${conditions[by]}`;
}

/** The sort key of events `e` by speaker: 0 for the visitor, 1 for others. */
export const visitorsFirst = Prisma.sql`CASE WHEN ${conditions.visitor} THEN 0 ELSE 1 END`;
