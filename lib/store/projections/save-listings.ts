import "server-only";
import type { Variable } from "@/lib/conversation/conversation";
import type { Dialect } from "@/lib/env/database-url";
import { accentText } from "@/lib/search/accent-text";
import { foldText } from "@/lib/search/fold-for-search";
import { type Columns, columnList, jsonList, jsonRows, overwriteAll } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";
import { shorten } from "@/lib/store/reads/shorten";
import { fromIso } from "@/lib/time/instant";
import { comparableOf } from "./comparable";
import type { ConversationChange } from "./conversation-change";
import { lastDayOf } from "./last-day";
import { moveToLastDay } from "./move-to-last-day";

/** Writes the variables of conversations that the new events changed. */
export async function saveListings(
  transaction: Statements,
  dialect: Dialect,
  changes: readonly ConversationChange[],
): Promise<void> {
  await saveVariables(transaction, dialect, changes);
  await moveToLastDay(transaction, dialect, changes);
}

/** Deletes all rows that `saveListings` wrote for conversations. */
export async function clearListings(
  transaction: Statements,
  dialect: Dialect,
  conversationIds: readonly bigint[],
): Promise<void> {
  const list = jsonList(dialect, "bigint", conversationIds);
  await transaction.$executeRaw`DELETE FROM "ConversationVariable" WHERE "conversationId" IN (${list})`;
}

const variableColumns = {
  conversationId: "bigint",
  name: "text",
  scope: "text",
  type: "text",
  text: "text",
  folded: "text",
  accentText: "text",
  number: "double",
  eventId: "bigint",
  updatedAt: "bigint",
  lastDay: "integer",
} satisfies Columns;

async function saveVariables(transaction: Statements, dialect: Dialect, changes: readonly ConversationChange[]) {
  const rows = changes.flatMap(({ id, before, after }) => {
    const changed = Object.entries(after.variables).filter(
      ([name, { eventId }]) => ownOf(before?.variables, name)?.eventId !== eventId,
    );
    // Names that are equal after shortening share a row.
    const rowOf = (name: string, variable: Variable) => ({
      ...variableRow(id, name, variable),
      lastDay: lastDayOf(after),
    });
    return [...new Map(changed.map(([name, variable]) => [shorten(name), rowOf(name, variable)])).values()];
  });
  if (rows.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO "ConversationVariable" (${columnList(variableColumns)})
    SELECT ${columnList(variableColumns)} FROM ${jsonRows(dialect, variableColumns, rows)} WHERE true
    ON CONFLICT ("conversationId", "name") DO UPDATE SET ${overwriteAll(variableColumns, "conversationId", "name")}`;
}

function variableRow(conversationId: bigint, name: string, { value, scope, eventId, updatedAt }: Variable) {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  const short = shorten(text);
  const folded = foldText(text);
  const { type, number } = comparableOf(short);
  return {
    conversationId,
    name: shorten(name),
    scope,
    type,
    text: short,
    folded: folded.plain === short ? null : folded.plain,
    accentText: accentText(folded),
    number,
    eventId,
    updatedAt: fromIso(updatedAt),
  };
}

function ownOf<Value>(record: Record<string, Value> | undefined, name: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
