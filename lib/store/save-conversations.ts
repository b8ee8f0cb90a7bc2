import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import type { ConversationChange } from "./conversation-change";
import { conversationColumns, conversationRow } from "./conversation-row";
import { columnList, jsonRows, overwriteAll } from "./json-rows";
import type { PrismaTransaction } from "./open-store";

/** Writes the conversations' rows. */
export async function saveConversations(
  transaction: PrismaTransaction,
  dialect: Dialect,
  changes: readonly ConversationChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ id, changeId, after, late }) =>
    conversationRow(after, { id, changeId, lateCount: late }),
  );
  await transaction.$executeRaw`
    INSERT INTO "Conversation" (${columnList(conversationColumns)})
    SELECT ${columnList(conversationColumns)} FROM ${jsonRows(dialect, conversationColumns, rows)} WHERE true
    ON CONFLICT ("id") DO UPDATE SET
      ${overwriteAll(conversationColumns, "id", "key", "lateCount")},
      "lateCount" = "Conversation"."lateCount" + excluded."lateCount"`;
}

/** Counts repeats of events that the log already held. */
export async function countRepeats(
  transaction: PrismaTransaction,
  dialect: Dialect,
  repeats: ReadonlyMap<string, number>,
): Promise<void> {
  if (repeats.size === 0) return;
  const rows = [...repeats].map(([key, count]) => ({ key, count }));
  await transaction.$executeRaw`
    UPDATE "Conversation" SET "repeatCount" = "repeatCount" + r."count"
    FROM ${jsonRows(dialect, { key: "text", count: "integer" }, rows)} WHERE "Conversation"."key" = r."key"`;
}
