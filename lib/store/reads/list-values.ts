import "server-only";
import type { Store } from "@/lib/store/connection/client";

/** The channels of conversations. */
export async function listChannels({ reader }: Store): Promise<string[]> {
  const rows = await reader.facetSet.findMany({
    where: { count: { gt: 0 }, channel: { not: null } },
    distinct: ["channel"],
    select: { channel: true },
  });
  return rows.flatMap(({ channel }) => channel ?? []);
}

/** The message types in conversations. */
export async function listMessageTypes({ reader }: Store): Promise<string[]> {
  const rows = await reader.$queryRaw<{ value: string }[]>`
    SELECT DISTINCT "value" FROM "FacetSetValue" WHERE "kind" = 'messageType'`;
  return rows.map(({ value }) => value);
}

/** The names of variables in order, at most `most`. Reads them from the index with skip scans instead of a full scan. */
export async function listVariableNames({ reader }: Store, most: number): Promise<string[]> {
  const rows = await reader.$queryRaw<{ value: string }[]>`
    WITH RECURSIVE "Found" ("value") AS (
      SELECT min("name") FROM "ConversationVariable"
      UNION ALL
      SELECT (SELECT min(v."name") FROM "ConversationVariable" v WHERE v."name" > f."value")
      FROM "Found" f WHERE f."value" IS NOT NULL
    ) SELECT "value" FROM "Found" WHERE "value" IS NOT NULL LIMIT ${most}`;
  return rows.map(({ value }) => value);
}
