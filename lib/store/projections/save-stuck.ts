import "server-only";
import { isDeepStrictEqual } from "node:util";
import { stuckSignsOf } from "@/lib/conversation/stuck/signs-of";
import { dueAt, type StuckSign } from "@/lib/conversation/stuck/stuck-reasons";
import type { Dialect } from "@/lib/env/database-url";
import { type Columns, columnList, jsonList, jsonRows, overwriteAll } from "@/lib/store/connection/json-rows";
import type { PrismaTransaction } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
import type { ConversationChange } from "./conversation-change";

/** The columns of the model `Stuck`. */
const stuckColumns = {
  conversationId: "bigint",
  dueAt: "bigint",
  promptDueAt: "bigint",
  signs: "text",
} satisfies Columns;

/** Writes the signs that have changed: in a rebuild, all. */
export async function saveStuck(
  transaction: Statements,
  dialect: Dialect,
  changes: readonly ConversationChange[],
): Promise<void> {
  const changed = changes
    .map(({ id, before, after }) => ({ id, before: before && stuckSignsOf(before), signs: stuckSignsOf(after) }))
    .filter(({ before, signs }) => before === null || !isDeepStrictEqual(signs, before));
  const ended = changed.filter(({ before, signs }) => signs.length === 0 && before?.length !== 0);
  await forgetStuck(
    transaction,
    dialect,
    ended.map(({ id }) => id),
  );
  const rows = changed.flatMap(({ id, signs }) => (signs.length === 0 ? [] : [rowOf(id, signs)]));
  if (rows.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO "Stuck" (${columnList(stuckColumns)})
    SELECT ${columnList(stuckColumns)} FROM ${jsonRows(dialect, stuckColumns, rows)} WHERE true
    ON CONFLICT ("conversationId") DO UPDATE SET ${overwriteAll(stuckColumns, "conversationId")}`;
}

/** Deletes the rows of conversations. */
export async function forgetStuck(
  transaction: Statements,
  dialect: Dialect,
  conversationIds: readonly bigint[],
): Promise<void> {
  if (conversationIds.length === 0) return;
  const list = jsonList(dialect, "bigint", conversationIds);
  await transaction.$executeRaw`DELETE FROM "Stuck" WHERE "conversationId" IN (${list})`;
}

/** Deletes rows of conversations that the log does not produce. */
export async function sweepStuck(transaction: PrismaTransaction): Promise<null> {
  await transaction.$executeRaw`
    DELETE FROM "Stuck" WHERE "conversationId" NOT IN (SELECT "id" FROM "Conversation")`;
  return null;
}

function rowOf(conversationId: bigint, signs: readonly StuckSign[]) {
  const first = (some: readonly StuckSign[]) => some.map(dueAt).sort(inOrder)[0] ?? null;
  return {
    conversationId,
    dueAt: first(signs.filter(({ kind }) => kind !== "abandoned")),
    promptDueAt: first(signs.filter(({ kind }) => kind === "abandoned")),
    signs: JSON.stringify(signs),
  };
}

function inOrder(a: bigint, b: bigint): number {
  return a < b ? -1 : 1;
}
