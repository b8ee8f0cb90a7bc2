import "server-only";
import type { Store } from "./client";

export interface AssigneeRow {
  assigneeId: string;
  assigneeType: string | null;
  assigneeEmail: string | null;
  assigneeName: string | null;
}

/** Everyone a conversation is assigned to, as the latest such conversation names them; read from the index one by one. */
export async function listAssignees({ reader }: Store): Promise<AssigneeRow[]> {
  return reader.$queryRaw<AssigneeRow[]>`
    WITH RECURSIVE "Found" ("id") AS (
      SELECT min("assigneeId") FROM "Conversation"
      UNION ALL
      SELECT (SELECT min(c."assigneeId") FROM "Conversation" c WHERE c."assigneeId" > f."id")
      FROM "Found" f WHERE f."id" IS NOT NULL
    )
    SELECT "assigneeId", "assigneeType", "assigneeEmail", "assigneeName" FROM "Conversation"
    WHERE "id" IN (
      SELECT (SELECT c."id" FROM "Conversation" c WHERE c."assigneeId" = f."id" ORDER BY c."lastEventAt" DESC, c."id" DESC LIMIT 1)
      FROM "Found" f WHERE f."id" IS NOT NULL
    )`;
}
