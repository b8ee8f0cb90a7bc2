import "server-only";
import type { FoldState } from "@/lib/conversation/fold-state";
import { toConversation } from "@/lib/conversation/to-conversation";
import type { Dialect } from "@/lib/env/database-url";
import { type Columns, jsonList, jsonRows } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";
import type { LoggedEvent } from "@/lib/store/log/logged-event";
import { botNamings } from "./bot-namings";
import type { ConversationChange } from "./conversation-change";
import { labelNamings } from "./label-namings";

/** Writes the visitors and accounts of the changed conversations. */
export async function saveVisitorsAndAccounts(
  transaction: Statements,
  dialect: Dialect,
  changes: readonly ConversationChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await saveVisitors(transaction, dialect, changes);
  await saveAccounts(transaction, dialect, changes);
}

/** Writes the names of bots and labels from events, and bots that are new to the changed conversations. */
export async function saveNames(
  transaction: Statements,
  dialect: Dialect,
  events: readonly LoggedEvent[],
  changes: readonly ConversationChange[],
): Promise<void> {
  const known = new Map(changes.map(({ before }) => [before?.key, before?.bot?.id]));
  const bots = events.flatMap((event) =>
    botNamings(event).filter(({ id, name }) => name !== null || id !== known.get(event.conversationKey)),
  );
  await saveBots(transaction, dialect, bots);
  await saveLabelNames(transaction, dialect, events.flatMap(labelNamings));
}

/** Computed from all their conversations, so that the order of arrival makes no difference. */
async function saveVisitors(transaction: Statements, dialect: Dialect, changes: readonly ConversationChange[]) {
  const keys = new Set(changes.flatMap(({ before, after }) => [before, after].flatMap(visitorKeysOf)));
  const visitors = jsonList(dialect, "text", [...keys]);
  await transaction.$executeRaw`
    INSERT INTO "Visitor" ("key", "platformId", "accountKey", "name", "email", "phone", "firstSeenAt", "lastSeenAt")
    SELECT c."visitorKey",
      (SELECT n."visitorId" FROM "Conversation" n WHERE n."visitorKey" = c."visitorKey" AND n."visitorId" IS NOT NULL ORDER BY n."lastEventAt" DESC, n."id" DESC LIMIT 1),
      (SELECT n."accountKey" FROM "Conversation" n WHERE n."visitorKey" = c."visitorKey" ORDER BY n."lastEventAt" DESC, n."id" DESC LIMIT 1),
      (SELECT n."visitorName" FROM "Conversation" n WHERE n."visitorKey" = c."visitorKey" AND n."visitorName" IS NOT NULL ORDER BY n."lastEventAt" DESC, n."id" DESC LIMIT 1),
      (SELECT n."visitorEmail" FROM "Conversation" n WHERE n."visitorKey" = c."visitorKey" AND n."visitorEmail" IS NOT NULL ORDER BY n."lastEventAt" DESC, n."id" DESC LIMIT 1),
      (SELECT n."visitorPhone" FROM "Conversation" n WHERE n."visitorKey" = c."visitorKey" AND n."visitorPhone" IS NOT NULL ORDER BY n."lastEventAt" DESC, n."id" DESC LIMIT 1),
      MIN(c."createdAt"), MAX(c."lastEventAt")
    FROM "Conversation" c WHERE c."visitorKey" IN (${visitors}) GROUP BY c."visitorKey"
    ON CONFLICT ("key") DO UPDATE SET
      "platformId" = excluded."platformId", "accountKey" = excluded."accountKey", "name" = excluded."name",
      "email" = excluded."email", "phone" = excluded."phone",
      "firstSeenAt" = excluded."firstSeenAt", "lastSeenAt" = excluded."lastSeenAt"`;
  await removeAbandoned(transaction, dialect, changes);
}

/** A conversation's first event may lack its visitor: the placeholder is removed when the visitor is known. */
async function removeAbandoned(transaction: Statements, dialect: Dialect, changes: readonly ConversationChange[]) {
  const keys = changes.flatMap(({ before, after }) => {
    const [old] = visitorKeysOf(before);
    return old !== undefined && old !== visitorKeysOf(after)[0] ? [old] : [];
  });
  if (keys.length === 0) return;
  await transaction.$executeRaw`
    DELETE FROM "Visitor" WHERE "key" IN (${jsonList(dialect, "text", keys)})
      AND NOT EXISTS (SELECT 1 FROM "Conversation" c WHERE c."visitorKey" = "Visitor"."key")`;
}

function visitorKeysOf(state: FoldState | null): string[] {
  return state === null ? [] : [toConversation(state).visitor.key];
}

async function saveAccounts(transaction: Statements, dialect: Dialect, changes: readonly ConversationChange[]) {
  const named = changes.filter(({ before, after }) => before?.account.key !== after.account.key);
  const rows = [...new Map(named.map(({ after }) => [after.account.key, after.account])).values()];
  if (rows.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO "PlatformAccount" ("key", "platformId")
    SELECT "key", "id" FROM ${jsonRows(dialect, { key: "text", id: "text" }, rows)} WHERE true
    ON CONFLICT ("key") DO UPDATE SET "platformId" = COALESCE(excluded."platformId", "PlatformAccount"."platformId")`;
}

const botColumns = {
  id: "text",
  accountKey: "text",
  name: "text",
  namedAt: "bigint",
  namedBy: "bigint",
} satisfies Columns;

async function saveBots(transaction: Statements, dialect: Dialect, rows: ReturnType<typeof botNamings>) {
  if (rows.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO "Bot" ("id", "accountKey", "name", "namedAt", "namedBy")
    SELECT "id", "accountKey", "name", "namedAt", "namedBy" FROM ${jsonRows(
      dialect,
      botColumns,
      latest(rows, (row) => row.id),
    )} WHERE true
    ON CONFLICT ("id") DO UPDATE SET
      "name" = excluded."name", "namedAt" = excluded."namedAt", "namedBy" = excluded."namedBy"
    WHERE (excluded."namedAt", excluded."namedBy") > ("Bot"."namedAt", "Bot"."namedBy")`;
}

const labelColumns = {
  accountKey: "text",
  labelId: "text",
  name: "text",
  namedAt: "bigint",
  namedBy: "bigint",
} satisfies Columns;

async function saveLabelNames(transaction: Statements, dialect: Dialect, rows: ReturnType<typeof labelNamings>) {
  if (rows.length === 0) return;
  const distinct = latest(rows, (row) => JSON.stringify([row.accountKey, row.labelId]));
  await transaction.$executeRaw`
    INSERT INTO "Label" ("accountKey", "labelId", "name", "namedAt", "namedBy")
    SELECT "accountKey", "labelId", "name", "namedAt", "namedBy" FROM ${jsonRows(dialect, labelColumns, distinct)} WHERE true
    ON CONFLICT ("accountKey", "labelId") DO UPDATE SET
      "shownName" = CASE WHEN excluded."name" = "Label"."name" THEN "Label"."shownName" END,
      "name" = excluded."name", "namedAt" = excluded."namedAt", "namedBy" = excluded."namedBy"
    WHERE (excluded."namedAt", excluded."namedBy") > ("Label"."namedAt", "Label"."namedBy")`;
}

/** One row per key, the last one named: a statement may update a row only once. */
function latest<Named extends { namedAt: bigint; namedBy: bigint }>(
  rows: Named[],
  keyOf: (row: Named) => string,
): Named[] {
  const inOrder = rows.toSorted((a, b) => Number(a.namedAt - b.namedAt) || Number(a.namedBy - b.namedBy));
  return [...new Map(inOrder.map((row) => [keyOf(row), row])).values()];
}
