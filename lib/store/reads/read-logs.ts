import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { type LogEntry, readEntries } from "./read-entries";

/** Rows per statement: takes milliseconds. */
const piece = 100;

/**
 * The logs of several conversations, one after another, each in timeline order; short ones are read together.
 *
 * @param conversations in order of ids; `eventCount` may be outdated
 * @param upTo the last event id to read
 */
export async function* readLogs(
  store: Store,
  conversations: readonly { id: bigint; eventCount: number }[],
  upTo: bigint,
): AsyncGenerator<LogEntry[]> {
  for (const conversationIds of groupsOf(conversations)) {
    yield* readEntries(store, { conversationIds, lastId: upTo, limit: piece });
  }
}

/** Groups of neighbors whose events fit one statement. */
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
