import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { columnList, jsonRows, overwriteAll } from "@/lib/store/connection/json-rows";
import type { PrismaTransaction } from "@/lib/store/connection/open-store";
import type { ConversationChange } from "./conversation-change";
import { conversationColumns, conversationRow } from "./conversation-row";

/** Writes the conversations' rows. */
export async function saveConversations(
  transaction: PrismaTransaction,
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
