import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { readMarks } from "@/lib/store/projections/projector-turn";

/** A busy second, or the first answer after a long pause, comes in pieces of this many conversations. */
const MOST_CONVERSATIONS = 500;
/** Beyond this many the number of new events is not counted on. */
const MOST_EVENTS = 100_000;

export interface StoredChanges {
  /** The id of the last event that is taken account of. */
  cursor: bigint;
  conversationKeys: string[];
  events: number;
}

/** Up to which event everything is projected; ids grow in the order of commits. */
export async function readCursor({ reader }: Store): Promise<bigint> {
  const { projected } = await readMarks(reader);
  return projected;
}

/**
 * What was projected after `after`. The mark is read first: a conversation that changes between the two reads has a higher
 * change than the cursor and comes next time, so that nothing is skipped.
 */
export async function readChanges(store: Store, after: bigint): Promise<StoredChanges> {
  const upTo = await readCursor(store);
  // A cursor beyond the log is of a database that was since replaced: it starts again from here.
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
