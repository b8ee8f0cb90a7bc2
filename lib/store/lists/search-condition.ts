import "server-only";
import type { Speaker } from "@/lib/filters/kinds/condition";
import { type FoldedText, foldText } from "@/lib/search/fold-for-search";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { andAccents, holdsText } from "./holds-text";
import { likePattern } from "./like-pattern";
import type { Purpose } from "./list-related";
import { andSaidBy } from "./said-by";

/** More trigrams narrow a search no further: every hit is compared with the whole text anyway. */
const MOST_TRIGRAMS = 24;
/**
 * A text with more hits than the square root of so many times all events is common: then the list is walked in its order until a
 * page is full. There both ways cost the same: gathering grows with the hits, walking with the events between two of them.
 */
const COMMON = 32;
/** Among so many latest events, hits in so many conversations make a text common as well. */
const LATE = 1000n;
const MANY_OF_LATE = 20;

/**
 * Conversations `c` in which `text` was said, noted, or is known of the visitor: a substring that reads the same (lib/search).
 * Both databases compare the folded texts with LIKE; SQLite looks the candidates up in its trigram tables first, Postgres
 * does so by itself. Shorter texts than a trigram are compared with every row.
 *
 * @param by only what they said; null for anything
 * @returns null where the text folds to nothing, which every conversation contains
 */
export async function searchCondition(
  store: Store,
  purpose: Purpose,
  text: string,
  by: Speaker | null,
): Promise<Prisma.Sql | null> {
  const sought = foldText(text);
  if (sought.plain === "") return by === null ? null : walked(sought, by);
  const hits = hitsOf(store, sought, by);
  if (purpose !== "count" && (await isCommon(store, sought, by, hits.events))) return walked(sought, by);
  if (by !== null) return Prisma.sql`c."id" IN (SELECT e."conversationId" FROM ${hits.events})`;
  return Prisma.sql`c."id" IN (SELECT e."conversationId" FROM ${hits.events} UNION SELECT t."id" FROM ${hits.conversations})`;
}

/** Conversations `c` in which `text` does not occur; a text that folds to nothing occurs in every one. */
export async function searchExclusion(store: Store, text: string, by: Speaker | null): Promise<Prisma.Sql> {
  const sought = foldText(text);
  if (sought.plain === "") return by === null ? Prisma.sql`1 = 0` : Prisma.sql`${walked(sought, by)} IS NOT TRUE`;
  const hits = hitsOf(store, sought, by);
  if (await isCommon(store, sought, by, hits.events)) return Prisma.sql`${walked(sought, by)} IS NOT TRUE`;
  // As a join, Postgres needs no hash table of all hits within its memory, as it does for `NOT IN`.
  const ofEvents = Prisma.sql`SELECT e."conversationId" AS "id" FROM ${hits.events}`;
  const gathered = by === null ? Prisma.sql`${ofEvents} UNION SELECT t."id" FROM ${hits.conversations}` : ofEvents;
  return store.dialect === "postgresql"
    ? Prisma.sql`NOT EXISTS (SELECT 1 FROM (${gathered}) h WHERE h."id" = c."id")`
    : Prisma.sql`c."id" NOT IN (${gathered})`;
}

/** Where the hits are found: events `e` and conversations `t`. */
export function hitsOf(
  { dialect }: Store,
  sought: FoldedText,
  by: Speaker | null,
): { events: Prisma.Sql; conversations: Prisma.Sql } {
  if (dialect === "postgresql") return hitsOnPostgres(sought, by);
  const match = trigramsOf(sought.plain)
    .map((trigram) => `"${trigram.replaceAll('"', '""')}"`)
    .join(" AND ");
  if (match === "") {
    return {
      events: Prisma.sql`"Event" e WHERE ${holdsText("e", sought, "look up")} ${andSaidBy(by)}`,
      conversations: Prisma.sql`"Conversation" t WHERE ${holdsText("t", sought, "look up")}`,
    };
  }
  // The latest texts are not in the index yet (extend-search.ts): those are all candidates.
  return {
    events: Prisma.sql`(SELECT rowid AS "id" FROM "EventSearch" WHERE "EventSearch" MATCH ${match}
        UNION ALL SELECT "id" FROM "Event" WHERE "id" > (SELECT "searchEventId" FROM "WriterClock")) s
      CROSS JOIN "Event" e ON e."id" = s."id" WHERE ${holdsText("e", sought, "look up")} ${andSaidBy(by)}`,
    conversations: Prisma.sql`(SELECT rowid AS "id" FROM "ConversationSearch" WHERE "ConversationSearch" MATCH ${match}
        UNION ALL SELECT "id" FROM "Conversation" WHERE "id" > (SELECT "searchConversationId" FROM "WriterClock")) s
      CROSS JOIN "Conversation" t ON t."id" = s."id" WHERE ${holdsText("t", sought, "look up")}`,
  };
}

/** Postgres has the conversations' texts, and the trigrams of them, in a table of their own; those with accents are not in it. */
function hitsOnPostgres(sought: FoldedText, by: Speaker | null): { events: Prisma.Sql; conversations: Prisma.Sql } {
  const accentText = Prisma.sql`(SELECT w."accentText" FROM "Conversation" w WHERE w."id" = t."id")`;
  return {
    events: Prisma.sql`"Event" e WHERE ${holdsText("e", sought, "look up")} ${andSaidBy(by)}`,
    conversations: Prisma.sql`"ConversationSearch" t
      WHERE t."searchText" LIKE ${likePattern(sought.plain)} ESCAPE '\\' ${andAccents(accentText, sought)}`,
  };
}

async function isCommon(
  { reader }: Store,
  sought: FoldedText,
  by: Speaker | null,
  events: Prisma.Sql,
): Promise<boolean> {
  const clock = await reader.writerClock.findUnique({ where: { id: 1 }, select: { eventId: true } });
  const last = clock?.eventId ?? 0n;
  if (await isCommonOfLate(reader, sought, by, last)) return true;
  const most = Math.ceil(Math.sqrt(COMMON * Number(last)));
  const beyond = await reader.$queryRaw<unknown[]>`SELECT 1 FROM ${events} LIMIT 1 OFFSET ${most}`;
  return beyond.length > 0;
}

/**
 * Was it said in many conversations of those with the latest events? Then there is no need to look for its hits. Without `+` SQLite
 * would go through all events by conversation.
 */
async function isCommonOfLate(
  reader: Store["reader"],
  sought: FoldedText,
  by: Speaker | null,
  last: bigint,
): Promise<boolean> {
  const [row] = await reader.$queryRaw<{ count: bigint | number }[]>`
    SELECT count(DISTINCT +e."conversationId") AS "count" FROM "Event" e
    WHERE e."id" > ${last - LATE} AND ${holdsText("e", sought, "read")} ${andSaidBy(by)}`;
  return Number(row?.count ?? 0) >= MANY_OF_LATE;
}

/** A scalar subquery, which no planner turns back into gathering all hits. */
function walked(sought: FoldedText, by: Speaker | null): Prisma.Sql {
  const said = Prisma.sql`(SELECT 1 FROM "Event" e
    WHERE e."conversationId" = c."id" AND ${holdsText("e", sought, "read")} ${andSaidBy(by)} LIMIT 1) IS NOT NULL`;
  return by === null ? Prisma.sql`(${holdsText("c", sought, "read")} OR ${said})` : Prisma.sql`(${said})`;
}

function trigramsOf(text: string): string[] {
  const points = [...text];
  const trigrams = points.slice(2).map((_, place) => points.slice(place, place + 3).join(""));
  return [...new Set(trigrams)].slice(0, MOST_TRIGRAMS);
}
