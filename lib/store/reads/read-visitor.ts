import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { withinBytes } from "@/lib/store/connection/within-bytes";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { andInScope, whereInScope } from "./in-scope";
import type { EventPlace } from "./list-events";
import { storedEvent } from "./list-events";
import { shorten } from "./shorten";

/** The channels of a visitor's conversations, most frequent first, and the total number of events. */
export async function readVisitorTotals({ reader }: Store, access: Access, visitorKey: string) {
  const groups = await reader.conversation.groupBy({
    by: ["channel"],
    where: { visitorKey, ...whereInScope(access) },
    _count: { _all: true },
    _sum: { eventCount: true },
  });
  const channels = groups.flatMap(({ channel, _count }) =>
    channel === null ? [] : [{ name: channel, conversationCount: _count._all }],
  );
  return {
    channels: channels.sort((a, b) => b.conversationCount - a.conversationCount || (a.name < b.name ? -1 : 1)),
    eventCount: groups.reduce((sum, { _sum }) => sum + (_sum.eventCount ?? 0), 0),
  };
}

/** The conversation that last set a contact variable. */
export interface LatestVariable {
  /** As stored: shortened. */
  name: string;
  conversationId: bigint;
  /** Number of conversations that have it. */
  conversationCount: number;
}

/** For each contact variable of a visitor, the conversation that set it last; at most `most`. */
export async function readLatestVariables({ reader }: Store, access: Access, visitorKey: string, most: number) {
  const rows = await reader.$queryRaw<{ name: string; conversationId: bigint; conversationCount: bigint | number }[]>`
    SELECT "name", "conversationId", "conversationCount" FROM (
      SELECT v."name" AS "name", v."conversationId" AS "conversationId", v."updatedAt" AS "updatedAt", v."eventId" AS "eventId",
        row_number() OVER (PARTITION BY v."name" ORDER BY v."updatedAt" DESC, v."eventId" DESC) AS "place",
        count(*) OVER (PARTITION BY v."name") AS "conversationCount"
      FROM "Conversation" c JOIN "ConversationVariable" v ON v."conversationId" = c."id"
      WHERE c."visitorKey" = ${visitorKey} ${andInScope(access, Prisma.sql`c.`)} AND v."scope" = 'contact'
    ) AS latest WHERE "place" = 1 ORDER BY "updatedAt" DESC, "eventId" DESC LIMIT ${most}`;
  return rows.map(
    ({ name, conversationId, conversationCount }): LatestVariable => ({
      ...{ name, conversationId: BigInt(conversationId), conversationCount: Number(conversationCount) },
    }),
  );
}

/** A visitor's conversations that have a contact variable, latest first. */
export async function listConversationsWithVariable(
  { reader }: Store,
  access: Access,
  visitorKey: string,
  { name, after, limit }: { name: string; after: { lastEventAt: bigint; id: bigint } | null; limit: number },
) {
  const place =
    after === null ? Prisma.empty : Prisma.sql`AND (c."lastEventAt", c."id") < (${after.lastEventAt}, ${after.id})`;
  const rows = await reader.$queryRaw<{ id: bigint; key: string; lastEventAt: bigint; eventCount: number | bigint }[]>`
    SELECT c."id" AS "id", c."key" AS "key", c."lastEventAt" AS "lastEventAt", c."eventCount" AS "eventCount"
    FROM "Conversation" c JOIN "ConversationVariable" v ON v."conversationId" = c."id" AND v."name" = ${shorten(name)}
    WHERE c."visitorKey" = ${visitorKey} ${andInScope(access, Prisma.sql`c.`)} AND v."scope" = 'contact' ${place}
    ORDER BY c."lastEventAt" DESC, c."id" DESC LIMIT ${limit}`;
  return rows.map((row) => ({
    ...{ id: BigInt(row.id), key: row.key, lastEventAt: BigInt(row.lastEventAt), eventCount: Number(row.eventCount) },
  }));
}

/**
 * Events of all conversations of a visitor, by time; fewer than `limit` if they are large. Found with the index on conversations
 * and times, without reading texts.
 */
export async function listEventsOfVisitor(
  { reader }: Store,
  access: Access,
  visitorKey: string,
  { after, limit, isDescending }: { after: EventPlace | null; limit: number; isDescending: boolean },
) {
  const direction = isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = isDescending ? Prisma.sql`<` : Prisma.sql`>`;
  const place =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (e."occurredAt", e."id") ${beyond} (${after.occurredAt}, ${after.id})`;
  const found = await reader.$queryRaw<{ id: bigint }[]>`
    SELECT e."id" AS "id" FROM "Event" e
    WHERE e."conversationId" IN (
      SELECT c."id" FROM "Conversation" c WHERE c."visitorKey" = ${visitorKey} ${andInScope(access, Prisma.sql`c.`)}) ${place}
    ORDER BY e."occurredAt" ${direction}, e."id" ${direction} LIMIT ${limit + 1}`;
  const order = isDescending ? ("desc" as const) : ("asc" as const);
  const ids = found.slice(0, limit).map(({ id }) => BigInt(id));
  const listed = await withinBytes(reader, ids);
  const rows = await reader.event.findMany({
    where: { id: { in: listed } },
    select: storedEvent,
    orderBy: [{ occurredAt: order }, { id: order }],
  });
  return { rows, hasMore: listed.length < found.length };
}
