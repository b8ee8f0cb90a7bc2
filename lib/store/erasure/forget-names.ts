import "server-only";
import type { FoldState } from "@/lib/conversation/fold-state";
import { getOwn } from "@/lib/conversation/set-own";
import { readSnapshot } from "@/lib/conversation/snapshot";
import { KnownValues } from "@/lib/masking/known-values";
import { maskText } from "@/lib/masking/mask-text";
import { PersonalValues } from "@/lib/masking/personal-values";
import type { Queries, Statements } from "@/lib/store/connection/statements";

/** Conversations that are searched for another event's name. */
const mostSearched = 20;

interface Named {
  key: string;
  id: string;
}

/** Names of labels and bots that came from an erased event are taken from another conversation; without one, they go. */
export async function forgetNames(transaction: Statements): Promise<void> {
  const labels = await transaction.$queryRaw<Named[]>`
    SELECT n."accountKey" AS "key", n."labelId" AS "id" FROM "Label" n LEFT JOIN "Event" e ON e."id" = n."namedBy"
    WHERE n."namedBy" > 0 AND (e."id" IS NULL OR e."erasedAt" IS NOT NULL)`;
  for (const { key, id } of labels) await renameLabel(transaction, key, id);
  const bots = await transaction.$queryRaw<{ id: string }[]>`
    SELECT n."id" FROM "Bot" n LEFT JOIN "Event" e ON e."id" = n."namedBy"
    WHERE n."namedBy" > 0 AND (e."id" IS NULL OR e."erasedAt" IS NOT NULL)`;
  for (const { id } of bots) await renameBot(transaction, id);
}

async function renameLabel(transaction: Statements, accountKey: string, labelId: string): Promise<void> {
  const states = await transaction.$queryRaw<{ snapshot: string; personal: string | null }[]>`
    SELECT c."snapshot", k."personal" FROM "FacetSetValue" v JOIN "FacetSet" s ON s."id" = v."facetSetId"
      JOIN "Conversation" c ON c."facetSetId" = s."id" LEFT JOIN "ConversationMask" k ON k."conversationId" = c."id"
    WHERE v."kind" = 'label' AND v."value" = ${labelId} AND s."accountKey" = ${accountKey} LIMIT ${mostSearched}`;
  const found = firstOf(states, ({ personal }, state) => {
    const name = getOwn(state.labelNames, labelId) ?? null;
    if (name === null) return null;
    return {
      name,
      shown: personal === null ? null : maskText(name, new KnownValues(new PersonalValues(personal).list)),
    };
  });
  if (found === null) {
    await transaction.$executeRaw`DELETE FROM "Label" WHERE "accountKey" = ${accountKey} AND "labelId" = ${labelId}`;
    return;
  }
  // The next event that names it is later than any of these.
  await transaction.$executeRaw`
    UPDATE "Label" SET "name" = ${found.name}, "shownName" = ${found.shown}, "namedAt" = 0, "namedBy" = 0
    WHERE "accountKey" = ${accountKey} AND "labelId" = ${labelId}`;
}

async function renameBot(transaction: Statements, id: string): Promise<void> {
  const states = await transaction.$queryRaw<{ snapshot: string }[]>`
    SELECT c."snapshot" FROM "FacetSet" s JOIN "Conversation" c ON c."facetSetId" = s."id"
    WHERE s."botId" = ${id} LIMIT ${mostSearched}`;
  const name = firstOf(states, (_, { bot }) => (bot?.id === id ? bot.name : null));
  await transaction.$executeRaw`UPDATE "Bot" SET "name" = ${name}, "namedAt" = 0, "namedBy" = 0 WHERE "id" = ${id}`;
}

function firstOf<Row extends { snapshot: string }, Found>(
  rows: readonly Row[],
  find: (row: Row, state: FoldState) => Found | null,
): Found | null {
  for (const row of rows) {
    const state = readSnapshot(row.snapshot);
    const found = state === null ? null : find(row, state);
    if (found !== null) return found;
  }
  return null;
}

/** An entry of the report on unknown types and fields whose example was erased. */
export interface StaleEntry {
  kind: string;
  type: string;
  messageType: string;
  path: string;
  firstEventId: bigint;
  lastEventId: bigint;
}

/** Entries of that report whose first or last event was erased. */
export async function readStaleEntries(transaction: Queries): Promise<StaleEntry[]> {
  return transaction.$queryRaw`
    SELECT u."kind", u."type", u."messageType", u."path", u."firstEventId", u."lastEventId" FROM "Unfamiliar" u
      LEFT JOIN "Event" f ON f."id" = u."firstEventId" LEFT JOIN "Event" l ON l."id" = u."lastEventId"
    WHERE f."id" IS NULL OR f."erasedAt" IS NOT NULL OR l."id" IS NULL OR l."erasedAt" IS NOT NULL`;
}

export async function setExamples(
  transaction: Statements,
  { kind, type, messageType, path, ...events }: StaleEntry,
): Promise<void> {
  const { firstEventId: first, lastEventId: last } = events;
  await transaction.$executeRaw`
    UPDATE "Unfamiliar" SET "firstEventId" = ${first}, "lastEventId" = ${last}
    WHERE "kind" = ${kind} AND "type" = ${type} AND "messageType" = ${messageType} AND "path" = ${path}`;
}
