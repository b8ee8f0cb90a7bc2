import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { foundValues } from "./list-values";

export interface AssigneeRow {
  assigneeId: string;
  assigneeType: string | null;
  assigneeEmail: string | null;
  assigneeName: string | null;
}

/** Everyone a conversation is assigned to, as the latest such conversation names them; read from the index one by one. */
export async function listAssignees({ reader }: Store): Promise<AssigneeRow[]> {
  return reader.$queryRaw<AssigneeRow[]>`
    WITH RECURSIVE ${foundValues("Conversation.assigneeId")}
    SELECT "assigneeId", "assigneeType", "assigneeEmail", "assigneeName" FROM "Conversation"
    WHERE "id" IN (
      SELECT (SELECT c."id" FROM "Conversation" c WHERE c."assigneeId" = f."value" ORDER BY c."lastEventAt" DESC, c."id" DESC LIMIT 1)
      FROM "Found" f WHERE f."value" IS NOT NULL
    )`;
}
