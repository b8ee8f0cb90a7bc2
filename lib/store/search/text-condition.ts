import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Dialect } from "@/lib/env/database-url";
import type { Speaker } from "@/lib/filters/kinds/condition";
import { type FoldedText, foldText } from "@/lib/search/fold-for-search";
import { isPair } from "@/lib/search/letter-pairs";
import { letterPairsProjection as letterPairs } from "@/lib/store/projections/letter-pairs";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { andAccents, holdsText } from "./holds-text";
import { likePattern } from "./like-pattern";
import { andMaskedConversation, andMaskedEvent } from "./masked-condition";
import { andSaidBy } from "./said-by";

/** More trigrams do not narrow a search further: every hit is compared with the whole text anyway. */
const MOST_TRIGRAMS = 24;
/**
 * A text is common if its hits exceed the square root of this many times all events: then a list is scanned in order until a page
 * is full. At that point both plans cost the same: gathering grows with the number of hits, scanning with the number of events
 * between two hits.
 */
const COMMON = Prisma.raw("32.0");
/** A text is also common if this many conversations have hits among this many latest events. */
const LATE = Prisma.raw("1000");
const MANY_OF_LATE = Prisma.raw("20");

/** A search term. */
export interface SearchTerm {
  text: string;
  /** Whose messages are searched; everything if omitted. */
  by?: Speaker | null | undefined;
}

/** The SQL of a term; conversations are called `c`. */
export interface TextCondition {
  /** A number: 1 or more if the term is common, so that testing conversations is cheaper than gathering hits. */
  isCommon: Prisma.Sql;
  /** The conversations with hits, gathered once. */
  isAmongHits: Prisma.Sql;
  isNotAmongHits: Prisma.Sql;
  /** True if a conversation has a hit, null otherwise. Evaluated for each conversation. */
  hasHit: Prisma.Sql;
}

/**
 * Conversations that contain a term in a message, a note or the visitor's data, as a substring after folding (lib/search). Both
 * databases compare the folded texts with LIKE; SQLite first looks up candidates in its trigram tables, Postgres does so by
 * itself. Texts shorter than a trigram are compared with every row.
 *
 * For viewers without the permission `personal`, a hit counts only if the masked text matches, too.
 *
 * @returns null if the text folds to nothing, which matches every conversation, whoever said it
 */
export function textCondition(dialect: Dialect, access: Access, { text, by = null }: SearchTerm): TextCondition | null {
  const sought = foldText(text);
  if (sought.plain === "" && by === null) return null;
  const said = Prisma.sql`${andSaidBy(by)} ${andMaskedEvent(access, sought)}`;
  const found = isPair(sought.plain) ? hitsOfPair(sought) : hitsOn[dialect](sought);
  const hits = {
    events: Prisma.sql`${found.events} ${said}`,
    conversations: Prisma.sql`${found.conversations} ${andMaskedConversation(access, Prisma.raw('t."id"'), sought)}`,
  };
  const ownText = Prisma.sql`${holdsText("c", sought, "read")} ${andMaskedConversation(access, Prisma.raw('c."id"'), sought)}`;
  const ofEvents = Prisma.sql`SELECT e."conversationId" AS "id" FROM ${hits.events}`;
  const ids = by === null ? Prisma.sql`${ofEvents} UNION SELECT t."id" FROM ${hits.conversations}` : ofEvents;
  const isSaid = Prisma.sql`(SELECT 1 FROM "Event" e
      WHERE e."conversationId" = c."id" AND ${holdsText("e", sought, "read")} ${said} LIMIT 1) IS NOT NULL`;
  return {
    isCommon: sought.plain === "" ? Prisma.sql`1` : commonness(sought, hits.events, said),
    isAmongHits: Prisma.sql`c."id" IN (${ids})`,
    // As a join, Postgres does not need a hash table of all hits in memory, as for `NOT IN`.
    isNotAmongHits:
      dialect === "postgresql"
        ? Prisma.sql`NOT EXISTS (SELECT 1 FROM (${ids}) h WHERE h."id" = c."id")`
        : Prisma.sql`c."id" NOT IN (${ids})`,
    // A scalar subquery, which no planner rewrites to gather all hits.
    hasHit: by === null ? Prisma.sql`((${ownText}) OR ${isSaid})` : Prisma.sql`(${isSaid})`,
  };
}

/** The hits: events `e` and conversations `t`. */
interface Hits {
  events: Prisma.Sql;
  conversations: Prisma.Sql;
}

const hitsOn: Record<Dialect, (sought: FoldedText) => Hits> = { sqlite: hitsOnSqlite, postgresql: hitsOnPostgres };

/** The conversations `t` whose own texts contain a folded text of at least three characters: FROM and WHERE. */
export function conversationHits(dialect: Dialect, query: FoldedText): Prisma.Sql {
  return hitsOn[dialect](query).conversations;
}

/** Texts shorter than a trigram are not indexed: all texts are read, unless such a pair of characters occurs in none of them. */
function hitsOfPair(sought: FoldedText): Hits {
  const occurs = Prisma.sql`(SELECT 1 AS "one" WHERE EXISTS (SELECT 1 FROM "LetterPair" WHERE "pair" = ${sought.plain})
    OR NOT EXISTS (SELECT 1 FROM "Projection" WHERE "name" = ${letterPairs.name} AND "version" >= ${letterPairs.version})) o`;
  return {
    events: Prisma.sql`${occurs} CROSS JOIN "Event" e WHERE ${holdsText("e", sought, "look up")}`,
    conversations: Prisma.sql`${occurs} CROSS JOIN "Conversation" t WHERE ${holdsText("t", sought, "look up")}`,
  };
}

function hitsOnSqlite(sought: FoldedText): Hits {
  const match = trigramsOf(sought.plain)
    .map((trigram) => `"${trigram.replaceAll('"', '""')}"`)
    .join(" AND ");
  // The latest texts are not indexed yet (extend-search.ts): all of them are candidates.
  return {
    events: Prisma.sql`(SELECT rowid AS "id" FROM "EventSearch" WHERE "EventSearch" MATCH ${match}
        UNION ALL SELECT "id" FROM "Event" WHERE "id" > (SELECT "searchEventId" FROM "WriterClock")) s
      CROSS JOIN "Event" e ON e."id" = s."id" WHERE ${holdsText("e", sought, "look up")}`,
    conversations: Prisma.sql`(SELECT rowid AS "id" FROM "ConversationSearch" WHERE "ConversationSearch" MATCH ${match}
        UNION ALL SELECT "id" FROM "Conversation" WHERE "id" > (SELECT "searchConversationId" FROM "WriterClock")) s
      CROSS JOIN "Conversation" t ON t."id" = s."id" WHERE ${holdsText("t", sought, "look up")}`,
  };
}

/** Postgres stores the conversations' texts, with a trigram index, in a separate table; those with accents are not in it. */
function hitsOnPostgres(sought: FoldedText): Hits {
  const accentText = Prisma.sql`(SELECT w."accentText" FROM "Conversation" w WHERE w."id" = t."id")`;
  return {
    events: Prisma.sql`"Event" e WHERE ${holdsText("e", sought, "look up")}`,
    conversations: Prisma.sql`"ConversationSearch" t
      WHERE t."searchText" LIKE ${likePattern(sought.plain)} ESCAPE '\\' ${andAccents(accentText, sought)}`,
  };
}

/** A text found in many of the latest conversations is common. Without `+`, SQLite would scan all events. */
function commonness(sought: FoldedText, events: Prisma.Sql, said: Prisma.Sql): Prisma.Sql {
  const late = Prisma.sql`SELECT count(DISTINCT +e."conversationId") FROM "Event" e
    WHERE e."id" > (SELECT "eventId" FROM "WriterClock") - ${LATE} AND ${holdsText("e", sought, "read")} ${said}`;
  const beyond = Prisma.sql`SELECT count(*) FROM (SELECT 1 FROM ${events}
    LIMIT 1 OFFSET (SELECT CAST(ceil(sqrt(${COMMON} * "eventId")) AS bigint) FROM "WriterClock")) b`;
  return Prisma.sql`(CASE WHEN (${late}) >= ${MANY_OF_LATE} THEN 1 ELSE (${beyond}) END)`;
}

function trigramsOf(text: string): string[] {
  const points = [...text];
  const trigrams = points.slice(2).map((_, place) => points.slice(place, place + 3).join(""));
  return [...new Set(trigrams)].slice(0, MOST_TRIGRAMS);
}
