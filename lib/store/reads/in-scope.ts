import "server-only";
import type { Access } from "@/lib/access/scope";
import { among } from "@/lib/store/connection/among";
import { Prisma } from "@/prisma/generated/sqlite/client";

/**
 * The viewer's scope as conditions on conversations or facet sets; none if it is everything. `of` is the column prefix.
 * Conversations without a bot are outside a scope of bots.
 */
export function inScope({ scope: { bots, accounts } }: Access, of: Prisma.Sql): Prisma.Sql[] {
  return [
    ...(accounts === null ? [] : [among(Prisma.sql`${of}"accountKey"`, accounts)]),
    ...(bots === null ? [] : [among(Prisma.sql`${of}"botId"`, bots)]),
  ];
}

/** The same as one condition. */
export function allInScope(access: Access, of: Prisma.Sql): Prisma.Sql {
  const conditions = inScope(access, of);
  return conditions.length === 0 ? Prisma.sql`1 = 1` : Prisma.sql`(${Prisma.join(conditions, " AND ")})`;
}

/** The same, to be appended to other conditions. */
export function andInScope(access: Access, of: Prisma.Sql): Prisma.Sql {
  const conditions = inScope(access, of);
  return conditions.length === 0 ? Prisma.empty : Prisma.sql`AND ${Prisma.join(conditions, " AND ")}`;
}

/** The same, for a model call. */
export function whereInScope({ scope: { bots, accounts } }: Access) {
  return {
    ...(accounts === null ? {} : { accountKey: { in: [...accounts] } }),
    ...(bots === null ? {} : { botId: { in: [...bots] } }),
  };
}
