import "server-only";
import { storedEvent } from "./list-events";
import type { PrismaTransaction } from "./open-store";

/** An event's row as the log holds it, without what is derived from it. */
export interface LogEntry {
  id: bigint;
  conversationId: bigint;
  occurredAt: bigint;
  receivedAt: bigint;
  deliveryId: bigint;
  raw: string;
  editedBy: string | null;
}

/** Rows of one statement: it takes milliseconds, and memory does not grow with what is read. */
const piece = 100;

/**
 * The logs of several conversations, one after the other, each in timeline order; those of short ones are read together.
 *
 * @param conversations in the order of their ids; `eventCount` may be out of date
 * @param upTo the last event id to read
 */
export async function* readLogs(
  client: PrismaTransaction,
  conversations: readonly { id: bigint; eventCount: number }[],
  upTo: bigint,
): AsyncGenerator<LogEntry[]> {
  for (const group of groupsOf(conversations)) {
    const [only] = group;
    if (group.length === 1 && only !== undefined) yield* readLongLog(client, only, upTo);
    else yield await client.event.findMany(queryOf({ in: group }, upTo));
  }
}

/** Neighbours whose events come to no more than one piece. */
function groupsOf(conversations: readonly { id: bigint; eventCount: number }[]): bigint[][] {
  const groups: bigint[][] = [];
  let room = 0;
  for (const { id, eventCount } of conversations) {
    const group = groups.at(-1);
    if (group !== undefined && eventCount <= room) group.push(id);
    else {
      groups.push([id]);
      room = piece;
    }
    room -= eventCount;
  }
  return groups;
}

async function* readLongLog(
  client: PrismaTransaction,
  conversationId: bigint,
  upTo: bigint,
): AsyncGenerator<LogEntry[]> {
  let last: LogEntry | undefined;
  do {
    const query = queryOf(conversationId, upTo);
    const entries: LogEntry[] = await client.event.findMany({
      ...query,
      where: { ...query.where, ...(last === undefined ? {} : after(last)) },
      take: piece,
    });
    if (entries.length > 0) yield entries;
    last = entries.length === piece ? entries.at(-1) : undefined;
  } while (last !== undefined);
}

function after({ occurredAt, id }: LogEntry) {
  return { occurredAt: { gte: occurredAt }, OR: [{ occurredAt: { gt: occurredAt } }, { id: { gt: id } }] };
}

function queryOf(conversationId: bigint | { in: bigint[] }, upTo: bigint) {
  const ascending = "asc" as const;
  return {
    where: { conversationId, id: { lte: upTo } },
    orderBy: [{ conversationId: ascending }, { occurredAt: ascending }, { id: ascending }],
    select: storedEvent,
  };
}
