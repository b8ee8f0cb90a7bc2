import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Counts } from "@/lib/api/schemas/counts";
import { defaultSort } from "@/lib/columns/sorts";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { searchesOf } from "@/lib/filters/searches";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { type Asked, readAsked } from "./asked";
import { all } from "./condition-sql";
import { conversationTests, type How, matchingSets, ofMatchingSets } from "./conversation-conditions";
import { listWay } from "./list-way";

/** A text search counts at most this many matches, since each one is read. Other filters count all. */
const countedOfSearch = 1000;

/** The maximum number of conversations counted; null if all are. */
export function countedAtMost(filters: ConversationFilters): number | null {
  return searchesOf(filters).length === 0 ? null : countedOfSearch;
}

/** How matches are processed. */
interface Matching {
  /** Do not use the index of facet sets: it has only ids and times. */
  aside?: boolean;
  /** Read only the latest, so that a common text can be tested on each. */
  isCut?: boolean;
}

/** All matching conversations `c`: FROM and WHERE. */
export async function allMatching(store: Store, asked: Asked, { aside = false, isCut = false }: Matching = {}) {
  const { variables, texts } = await listWay(store, asked, defaultSort, 1);
  const how: How = {
    variables: (place) => (variables(place) === "gather" ? "gather" : "compare"),
    texts: isCut ? texts : () => "gather",
  };
  const tests = [...ofMatchingSets(asked, aside), ...conversationTests(store.dialect, asked, how)];
  return Prisma.sql`FROM "Conversation" c WHERE ${all(tests)}`;
}

/** The counted conversations, as `c`: `columns` of all matches, or of the latest `most` and one more. */
export async function counted(
  store: Store,
  asked: Asked,
  { columns, most, aside = most !== null }: { columns: Prisma.Sql; most: number | null; aside?: boolean },
): Promise<Prisma.Sql> {
  const matching = Prisma.sql`SELECT ${columns} ${await allMatching(store, asked, { aside, isCut: most !== null })}`;
  if (most === null) return matching;
  return Prisma.sql`${matching} ORDER BY c."lastEventAt" DESC, c."id" DESC LIMIT ${most + 1}`;
}

/** Whether facet sets can evaluate all filters. */
export function isOfSets({ columns, times, variables, texts }: Asked): boolean {
  const others = [columns, times.createdAt, times.lastEventAt, times.duration, variables, texts];
  return others.every(({ length }) => length === 0);
}

/** For `WITH`: "Counted", the facet sets of the counted conversations, and the number of conversations in each. */
export async function countedSets(store: Store, asked: Asked, most: number | null): Promise<Prisma.Sql> {
  const sets = isOfSets(asked)
    ? Prisma.sql`SELECT s."id", s."count" FROM "FacetSet" s WHERE ${matchingSets(asked)}`
    : Prisma.sql`SELECT "facetSetId" AS "id", count(*) AS "count"
        FROM (${await counted(store, asked, { columns: Prisma.sql`c."facetSetId"`, most })}) l GROUP BY "facetSetId"`;
  return Prisma.sql`"Counted" AS MATERIALIZED (
    SELECT s.*, n."count" AS "matching" FROM (${sets}) n JOIN "FacetSet" s ON s."id" = n."id")`;
}

/** How many conversations match: all of them, unless `most` limits the count. */
export async function countConversations(
  store: Store,
  access: Access,
  filters: ConversationFilters,
  most: number | null = null,
): Promise<number> {
  const asked = await readAsked(store, access, filters);
  const [row] = await store.reader.$queryRaw<{ count: bigint | number }[]>`
    WITH ${await countedSets(store, asked, most)}
    SELECT CAST(coalesce(sum("matching"), 0) AS bigint) AS "count" FROM "Counted"`;
  return Number(row?.count ?? 0);
}

/** How many conversations match, and how many events they have. */
export async function measureMatching(
  store: Store,
  access: Access,
  filters: ConversationFilters,
): Promise<{ conversations: number; events: number }> {
  const asked = await readAsked(store, access, filters);
  const [row] = await store.reader.$queryRaw<{ conversations: bigint | number; events: bigint | number }[]>`
    SELECT count(*) AS "conversations", COALESCE(CAST(sum(c."eventCount") AS bigint), 0) AS "events"
    ${await allMatching(store, asked, { aside: true })}`;
  return { conversations: Number(row?.conversations ?? 0), events: Number(row?.events ?? 0) };
}

/** How many matching conversations are in each of the inbox's tabs. */
export async function countTabs(store: Store, access: Access, filters: ConversationFilters): Promise<Counts> {
  const most = countedAtMost(filters);
  const asked = await readAsked(store, access, filters);
  const countIf = (test: Prisma.Sql) =>
    Prisma.sql`CAST(coalesce(sum(CASE WHEN ${test} THEN "matching" ELSE 0 END), 0) AS bigint)`;
  const [row] = await store.reader.$queryRaw<Record<"open" | "unassigned" | "closed", bigint | number>[]>`
    WITH ${await countedSets(store, asked, most)}
    SELECT ${countIf(Prisma.sql`"status" = 'open'`)} AS "open",
      ${countIf(Prisma.sql`"status" = 'open' AND "assigneeId" IS NULL`)} AS "unassigned",
      ${countIf(Prisma.sql`"status" = 'closed'`)} AS "closed" FROM "Counted"`;
  const [open, unassigned, closed] = [row?.open, row?.unassigned, row?.closed].map((count) => Number(count ?? 0));
  const all = (open ?? 0) + (closed ?? 0);
  return {
    open: open ?? 0,
    unassigned: unassigned ?? 0,
    closed: closed ?? 0,
    all: most === null ? all : Math.min(all, most),
    countedAtMost: most,
  };
}
