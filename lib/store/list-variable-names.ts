import "server-only";
import type { Store } from "./client";

const most = 1000;

/** The names of the variables that conversations have, read from the index one by one rather than by a scan; the first thousand. */
export async function listVariableNames({ reader }: Store): Promise<string[]> {
  const rows = await reader.$queryRaw<{ name: string }[]>`
    WITH RECURSIVE "Found" ("name") AS (
      SELECT min("name") FROM "ConversationVariable"
      UNION ALL
      SELECT (SELECT min(v."name") FROM "ConversationVariable" v WHERE v."name" > f."name")
      FROM "Found" f WHERE f."name" IS NOT NULL
    )
    SELECT "name" FROM "Found" WHERE "name" IS NOT NULL LIMIT ${most}`;
  return rows.map(({ name }) => name);
}
