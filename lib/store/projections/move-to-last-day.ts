import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { type Columns, jsonRows } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { ConversationChange } from "./conversation-change";
import { lastDayOf } from "./last-day";

const tables = [
  Prisma.sql`"ConversationVariable"`,
  Prisma.sql`"ConversationMessageType"`,
  Prisma.sql`"ConversationLabel"`,
];
const dayColumns = { conversationId: "bigint", lastDay: "integer" } satisfies Columns;

/** Writes the last day of conversations that go on another day into the rows of all that they have, also of what did not change. */
export async function moveToLastDay(
  transaction: Statements,
  dialect: Dialect,
  changes: readonly ConversationChange[],
): Promise<void> {
  const moved = changes
    .filter(({ before, after }) => before !== null && lastDayOf(before) !== lastDayOf(after))
    .map(({ id, after }) => ({ conversationId: id, lastDay: lastDayOf(after) }));
  if (moved.length === 0) return;
  for (const table of tables) {
    await transaction.$executeRaw`
      UPDATE ${table} SET "lastDay" = r."lastDay" FROM ${jsonRows(dialect, dayColumns, moved)}
      WHERE ${table}."conversationId" = r."conversationId" AND ${table}."lastDay" <> r."lastDay"`;
  }
}
