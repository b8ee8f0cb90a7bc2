import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { columnList, jsonRows, overwriteAll } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";
import type { ConversationChange } from "./conversation-change";
import { conversationColumns, conversationRow } from "./conversation-row";

/** Writes the conversations' rows. */
export async function saveConversations(
  transaction: Statements,
  dialect: Dialect,
  changes: readonly ConversationChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ after, ...change }) => conversationRow(after, change));
  await transaction.$executeRaw`
    INSERT INTO "Conversation" (${columnList(conversationColumns)})
    SELECT ${columnList(conversationColumns)} FROM ${jsonRows(dialect, conversationColumns, rows)} WHERE true
    ON CONFLICT ("id") DO UPDATE SET ${overwriteAll(conversationColumns, "id", "key")}`;
}
