import "server-only";
import type { Variable } from "@/lib/conversation/conversation";
import type { FoldState } from "@/lib/conversation/fold-state";
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

/** Writes what lists filter by and a conversation has several of, where the new events changed it. */
export async function saveListings(
  transaction: Statements,
  dialect: Dialect,
  changes: readonly ConversationChange[],
): Promise<void> {
  await saveVariables(transaction, dialect, changes);
  await saveMessageTypes(transaction, dialect, changes);
  await saveLabels(transaction, dialect, changes);
  await moveToLastDay(transaction, dialect, changes);
}

/** Takes away all that `saveListings` wrote of conversations. */
export async function clearListings(
  transaction: Statements,
  dialect: Dialect,
  conversationIds: readonly bigint[],
): Promise<void> {
  const list = jsonList(dialect, "bigint", conversationIds);
  await transaction.$executeRaw`DELETE FROM "ConversationVariable" WHERE "conversationId" IN (${list})`;
  await transaction.$executeRaw`DELETE FROM "ConversationMessageType" WHERE "conversationId" IN (${list})`;
  await transaction.$executeRaw`DELETE FROM "ConversationLabel" WHERE "conversationId" IN (${list})`;
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
    // Names that become equal when shortened are one row.
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

const messageTypeColumns = {
  conversationId: "bigint",
  messageType: "text",
  count: "integer",
  lastDay: "integer",
} satisfies Columns;

async function saveMessageTypes(transaction: Statements, dialect: Dialect, changes: readonly ConversationChange[]) {
  const rows = changes.flatMap(({ id, before, after }) => {
    const changed = Object.entries(after.messageTypes).filter(
      ([type, count]) => ownOf(before?.messageTypes, type) !== count,
    );
    return [...new Map(changed.map(([type, count]) => [shorten(type), count]))].map(([messageType, count]) => ({
      conversationId: id,
      messageType,
      count,
      lastDay: lastDayOf(after),
    }));
  });
  if (rows.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO "ConversationMessageType" (${columnList(messageTypeColumns)})
    SELECT ${columnList(messageTypeColumns)} FROM ${jsonRows(dialect, messageTypeColumns, rows)} WHERE true
    ON CONFLICT ("conversationId", "messageType") DO UPDATE SET ${overwriteAll(messageTypeColumns, "conversationId", "messageType")}`;
}

const labelColumns = { conversationId: "bigint", labelId: "text", lastDay: "integer" } satisfies Columns;

async function saveLabels(transaction: Statements, dialect: Dialect, changes: readonly ConversationChange[]) {
  const differences = changes.map(({ id, before, after }) => {
    const had = labelIds(before);
    const has = labelIds(after);
    return { id, lastDay: lastDayOf(after), added: without(has, had), removed: without(had, has) };
  });
  const rowsOf = (kind: "added" | "removed") =>
    differences.flatMap(({ id, lastDay, [kind]: labels }) =>
      labels.map((labelId) => ({ conversationId: id, labelId, lastDay })),
    );
  const removed = rowsOf("removed");
  if (removed.length > 0) {
    await transaction.$executeRaw`
      DELETE FROM "ConversationLabel" WHERE ("conversationId", "labelId") IN
        (SELECT "conversationId", "labelId" FROM ${jsonRows(dialect, labelColumns, removed)})`;
  }
  const added = rowsOf("added");
  if (added.length > 0) {
    await transaction.$executeRaw`
      INSERT INTO "ConversationLabel" (${columnList(labelColumns)})
      SELECT ${columnList(labelColumns)} FROM ${jsonRows(dialect, labelColumns, added)} WHERE true
      ON CONFLICT ("conversationId", "labelId") DO UPDATE SET "lastDay" = excluded."lastDay"`;
  }
}

function labelIds(state: FoldState | null): Set<string> {
  return new Set(state?.labels.map((label) => label.id));
}

function without(ids: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...ids].filter((id) => !others.has(id));
}

function ownOf<Value>(record: Record<string, Value> | undefined, name: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
