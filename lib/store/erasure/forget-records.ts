import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { type Columns, jsonList, jsonRows } from "@/lib/store/connection/json-rows";
import type { Store } from "@/lib/store/connection/open-store";
import type { Queries, Statements } from "@/lib/store/connection/statements";
import { likePattern } from "@/lib/store/search/like-pattern";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { ErasureMode } from "./erasures";

/** Deletes the bookmarks of conversations; if only content is erased, their notes. */
export async function forgetBookmarks(
  transaction: Statements,
  dialect: Dialect,
  { ids, mode }: { ids: readonly bigint[]; mode: ErasureMode },
): Promise<void> {
  const list = jsonList(dialect, "bigint", ids);
  if (mode === "whole") await transaction.$executeRaw`DELETE FROM "Bookmark" WHERE "conversationId" IN (${list})`;
  else
    await transaction.$executeRaw`UPDATE "Bookmark" SET "note" = '' WHERE "conversationId" IN (${list}) AND "note" <> ''`;
}

export interface QuotingView {
  id: string;
  name: string;
  search: string;
  settings: string;
}

export async function readViews(transaction: Queries): Promise<QuotingView[]> {
  return transaction.$queryRaw`SELECT "id", "name", "search", "settings" FROM "SavedView"`;
}

export async function rewriteView(transaction: Statements, { id, name, search, settings }: QuotingView): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "SavedView" SET "name" = ${name}, "search" = ${search}, "settings" = ${settings} WHERE "id" = ${id}`;
}

/** An entry of the audit log or the access log. */
export interface EntryId {
  log: string;
  id: bigint;
}

const entriesAtOnce = 5000;

/**
 * Of the next entries of a log after the id `after`, those about one of the subjects, or whose detail contains one of the texts (in
 * any case of ASCII letters). `last` is null at the end of the log.
 */
export async function findEntries(
  { reader, dialect }: Store,
  {
    log,
    after,
    subjects,
    texts,
  }: { log: string; after: bigint; subjects: readonly string[]; texts: readonly string[] },
): Promise<{ found: bigint[]; last: bigint | null }> {
  const [end] = await reader.$queryRaw<{ last: bigint | null }[]>`
    SELECT max("id") AS "last" FROM (
      SELECT "id" FROM "AuditEntry" WHERE "log" = ${log} AND "id" > ${after} ORDER BY "id" LIMIT ${entriesAtOnce}) AS page`;
  const last = end?.last ?? null;
  if (last === null) return { found: [], last };
  const quotes = texts.map((text) => Prisma.sql`"detail" LIKE ${likePattern(text)} ESCAPE '\\'`);
  const about = Prisma.sql`"subjectId" IN (${jsonList(dialect, "text", subjects)}) AND "subjectType" IN ('visitor', 'conversation')`;
  const rows = await reader.$queryRaw<{ id: bigint }[]>`
    SELECT "id" FROM "AuditEntry" WHERE "log" = ${log} AND "id" > ${after} AND "id" <= ${last}
      AND ((${about}) OR ${quotes.length === 0 ? Prisma.sql`1 = 0` : Prisma.join(quotes, " OR ")})`;
  return { found: rows.map(({ id }) => BigInt(id)), last: BigInt(last) };
}

const entryColumns = { log: "text", id: "bigint" } satisfies Columns;

/** Removes subject and detail from entries. Their digests stay, so the chain of the log remains valid. */
export async function forgetEntries(
  transaction: Statements,
  dialect: Dialect,
  entries: readonly EntryId[],
): Promise<void> {
  if (entries.length === 0) return;
  await transaction.$executeRaw`
    UPDATE "AuditEntry" SET "subjectId" = NULL, "detail" = NULL FROM ${jsonRows(dialect, entryColumns, [...entries])}
    WHERE "AuditEntry"."log" = r."log" AND "AuditEntry"."id" = r."id"`;
}
