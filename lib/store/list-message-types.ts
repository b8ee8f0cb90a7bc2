import "server-only";
import type { Store } from "./client";

/** The message types that occur, read from the index one by one rather than by a scan. */
export async function listMessageTypes({ reader }: Store): Promise<string[]> {
  const rows = await reader.$queryRaw<{ type: string }[]>`
    WITH RECURSIVE "Found" ("type") AS (
      SELECT min("messageType") FROM "ConversationMessageType"
      UNION ALL
      SELECT (SELECT min(m."messageType") FROM "ConversationMessageType" m WHERE m."messageType" > f."type")
      FROM "Found" f WHERE f."type" IS NOT NULL
    )
    SELECT "type" FROM "Found" WHERE "type" IS NOT NULL`;
  return rows.map(({ type }) => type);
}
