import "server-only";
import { type Access, isEverything } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { andInScope, whereInScope } from "./in-scope";

/** The channels of conversations. */
export async function listChannels({ reader }: Store, access: Access): Promise<string[]> {
  const rows = await reader.facetSet.findMany({
    where: { count: { gt: 0 }, channel: { not: null }, ...whereInScope(access) },
    distinct: ["channel"],
    select: { channel: true },
  });
  return rows.flatMap(({ channel }) => channel ?? []);
}

/** The message types in conversations. */
export async function listMessageTypes({ reader }: Store, access: Access): Promise<string[]> {
  const ofScope = isEverything(access.scope)
    ? Prisma.empty
    : Prisma.sql`JOIN "FacetSet" s ON s."id" = v."facetSetId" AND s."count" > 0 ${andInScope(access, Prisma.sql`s.`)}`;
  const rows = await reader.$queryRaw<{ value: string }[]>`
    SELECT DISTINCT v."value" FROM "FacetSetValue" v ${ofScope} WHERE v."kind" = 'messageType'`;
  return rows.map(({ value }) => value);
}

/** The names of variables in order, at most `most`. Reads them from the index with skip scans instead of a full scan. */
export async function listVariableNames({ reader }: Store, access: Access, most: number): Promise<string[]> {
  const isPresent = isEverything(access.scope)
    ? Prisma.empty
    : Prisma.sql`AND EXISTS (SELECT 1 FROM "ConversationVariable" r JOIN "Conversation" c ON c."id" = r."conversationId"
        WHERE r."name" = "Found"."value" ${andInScope(access, Prisma.sql`c.`)})`;
  const rows = await reader.$queryRaw<{ value: string }[]>`
    WITH RECURSIVE "Found" ("value") AS (
      SELECT min("name") FROM "ConversationVariable"
      UNION ALL
      SELECT (SELECT min(v."name") FROM "ConversationVariable" v WHERE v."name" > f."value")
      FROM "Found" f WHERE f."value" IS NOT NULL
    ) SELECT "value" FROM "Found" WHERE "value" IS NOT NULL ${isPresent} LIMIT ${most}`;
  return rows.map(({ value }) => value);
}
