import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { readMarks } from "@/lib/store/projections/projector-turn";

/** Maximum number of conversations per response: more, as after a long pause, are split. */
const MOST_CONVERSATIONS = 500;
/** New events are counted only up to this number. */
const MOST_EVENTS = 100_000;

export interface StoredChanges {
  /** The id of the last event included. */
  cursor: bigint;
  conversationKeys: string[];
  events: number;
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
export async function readChanges(store: Store, after: bigint): Promise<StoredChanges> {
  const upTo = await readCursor(store);
  // A cursor past the end of the log is from a database that was replaced: restart from here.
  if (upTo <= after) return { cursor: upTo, conversationKeys: [], events: 0 };
  const changed = await store.reader.conversation.findMany({
    where: { changeId: { gt: after, lte: upTo } },
    select: { key: true, changeId: true },
    orderBy: { changeId: "asc" },
    take: MOST_CONVERSATIONS,
  });
  const last = changed.at(-1);
  const cursor = last === undefined || changed.length < MOST_CONVERSATIONS ? upTo : last.changeId;
  const events = await store.reader.event.count({ where: { id: { gt: after, lte: cursor } }, take: MOST_EVENTS });
  return { cursor, conversationKeys: changed.map(({ key }) => key), events };
}
