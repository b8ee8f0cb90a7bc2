import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Speaker } from "@/lib/filters/kinds/condition";
import type { FoldedText } from "@/lib/search/fold-for-search";
import type { Store } from "@/lib/store/connection/client";
import { withinBytes } from "@/lib/store/connection/within-bytes";
import { holdsText } from "@/lib/store/search/holds-text";
import { andMaskedEvent } from "@/lib/store/search/masked-condition";
import { andSaidBy, visitorsFirst } from "@/lib/store/search/said-by";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { storedEvent } from "./list-events";

/** Maximum number of events whose texts one call compares: a page of ordinary conversations has far fewer. */
const mostEvents = 50_000;

/** The events of one conversation that contain a text. */
export interface EventHits {
  count: number;
  /** Ids of the first hits: the visitor's messages in timeline order, then the others. */
  first: bigint[];
}

/**
 * Which events of these conversations contain any of `needles`; at most `most` ids per conversation. Conversations beyond 50,000
 * events in total are omitted.
 */
export async function readHits(
  { reader }: Store,
  access: Access,
  conversations: readonly { id: bigint; eventCount: number }[],
  needles: readonly { sought: FoldedText; by: Speaker | null }[],
  most: number,
): Promise<Map<bigint, EventHits>> {
  const ids = withinBudget(conversations);
  if (ids.length === 0 || needles.length === 0) return new Map();
  // Postgres would first look up a common text in all events; the events of these few conversations are read anyway.
  const holds = needles.map(
    ({ sought, by }) =>
      Prisma.sql`(${holdsText("e", sought, "read")} ${andSaidBy(by)} ${andMaskedEvent(access, sought)})`,
  );
  const rows = await reader.$queryRaw<{ id: bigint; conversationId: bigint; count: bigint | number }[]>`
    SELECT "id", "conversationId", "count" FROM (
      SELECT e."id" AS "id", e."conversationId" AS "conversationId",
        row_number() OVER (PARTITION BY e."conversationId" ORDER BY ${visitorsFirst}, e."occurredAt", e."id") AS "place",
        count(*) OVER (PARTITION BY e."conversationId") AS "count"
      FROM "Event" e WHERE e."conversationId" IN (${Prisma.join(ids)}) AND (${Prisma.join(holds, " OR ")})
    ) AS hits WHERE "place" <= ${most} ORDER BY "conversationId", "place"`;
  const hits = new Map<bigint, EventHits>(ids.map((id) => [id, { count: 0, first: [] }]));
  for (const row of rows) {
    const ofConversation = hits.get(BigInt(row.conversationId));
    if (ofConversation === undefined) continue;
    ofConversation.count = Number(row.count);
    ofConversation.first.push(BigInt(row.id));
  }
  return hits;
}

/** The events with these ids, in chunks of about a megabyte. */
export async function* readStoredEvents({ reader }: Store, ids: readonly bigint[]) {
  for (let start = 0; start < ids.length; ) {
    const piece = await withinBytes(reader, ids.slice(start, start + mostAtOnce));
    yield await reader.event.findMany({ where: { id: { in: piece } }, select: storedEvent });
    start += piece.length;
  }
}

const mostAtOnce = 60;

/** In order, as many as fit the budget. */
function withinBudget(conversations: readonly { id: bigint; eventCount: number }[]): bigint[] {
  let left = mostEvents;
  return conversations.flatMap(({ id, eventCount }) => {
    if (eventCount > left) return [];
    left -= eventCount;
    return [id];
  });
}
