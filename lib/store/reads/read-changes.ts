import "server-only";
import { type Access, isEverything, isInScope } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { readMarks } from "@/lib/store/projections/projector-turn";

/** Maximum number of conversations per response: more, as after a long pause, are split. */
const MOST_CONVERSATIONS = 500;
/** New events are counted only up to this number. */
const MOST_EVENTS = 100_000;

/** Changes as a viewer sees them. */
export interface StoredChanges {
  /** The id of the last event included. */
  cursor: bigint;
  conversationKeys: string[];
  events: number;
}

/** What a scope is compared with; null while a conversation is not projected. */
interface Place {
  accountKey: string | null;
  botId: string | null;
}

/** Changes of all conversations, from which {@link changesInScope} selects those of a viewer. */
export interface AllChanges {
  cursor: bigint;
  conversations: (Place & { key: string })[];
  /** Numbers of events by account and bot. */
  events: (Place & { count: number })[];
}

/** Everything up to this event is projected; ids grow in commit order. */
export async function readCursor({ reader }: Store): Promise<bigint> {
  const { projected } = await readMarks(reader);
  return projected;
}

/**
 * What was projected after `after`. The position is read first: a conversation that changes between the two reads has a higher
 * change id than the cursor and is included next time, so nothing is skipped.
 */
export async function readAllChanges(store: Store, after: bigint): Promise<AllChanges> {
  const upTo = await readCursor(store);
  // A cursor past the end of the log is from a database that was replaced: restart from here.
  if (upTo <= after) return { cursor: upTo, conversations: [], events: [] };
  const changed = await store.reader.conversation.findMany({
    where: { changeId: { gt: after, lte: upTo } },
    select: { key: true, changeId: true, accountKey: true, botId: true },
    orderBy: { changeId: "asc" },
    take: MOST_CONVERSATIONS,
  });
  const last = changed.at(-1);
  const cursor = last === undefined || changed.length < MOST_CONVERSATIONS ? upTo : last.changeId;
  const events = await store.reader.$queryRaw<(Place & { count: bigint | number })[]>`
    SELECT c."accountKey" AS "accountKey", c."botId" AS "botId", count(*) AS "count" FROM (
      SELECT "conversationId" FROM "Event" WHERE "id" > ${after} AND "id" <= ${cursor} ORDER BY "id" LIMIT ${MOST_EVENTS}
    ) e LEFT JOIN "Conversation" c ON c."id" = e."conversationId" GROUP BY c."accountKey", c."botId"`;
  return { cursor, conversations: changed, events: events.map((row) => ({ ...row, count: Number(row.count) })) };
}

/** The changes of the conversations in the viewer's scope. */
export function changesInScope(access: Access, { cursor, conversations, events }: AllChanges): StoredChanges {
  const isSeen = ({ accountKey, botId }: Place) =>
    isEverything(access.scope) || (accountKey !== null && isInScope(access.scope, { accountKey, botId }));
  return {
    cursor,
    conversationKeys: conversations.filter(isSeen).map(({ key }) => key),
    events: events.filter(isSeen).reduce((sum, { count }) => sum + count, 0),
  };
}

/** What was projected after `after` in the viewer's scope. */
export async function readChanges(store: Store, access: Access, after: bigint): Promise<StoredChanges> {
  return changesInScope(access, await readAllChanges(store, after));
}
