import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { type Columns, jsonRows } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";
import type { ConversationChange } from "./conversation-change";
import { lastDayOf } from "./last-day";

const dayColumns = { conversationId: "bigint", lastDay: "integer" } satisfies Columns;

/** Updates the last day in all variable rows of conversations that continue on another day, including unchanged variables. */
export async function moveToLastDay(
  transaction: Statements,
  dialect: Dialect,
  changes: readonly ConversationChange[],
): Promise<void> {
  const moved = changes
    .filter(({ before, after }) => before !== null && lastDayOf(before) !== lastDayOf(after))
    .map(({ id, after }) => ({ conversationId: id, lastDay: lastDayOf(after) }));
  if (moved.length === 0) return;
  await transaction.$executeRaw`
    UPDATE "ConversationVariable" SET "lastDay" = r."lastDay" FROM ${jsonRows(dialect, dayColumns, moved)}
    WHERE "ConversationVariable"."conversationId" = r."conversationId" AND "ConversationVariable"."lastDay" <> r."lastDay"`;
}
