import "server-only";
import type { Store } from "./client";

/** A conversation's id, snapshot and counts, or null where there is none with this key. */
export async function readConversation({ reader }: Store, key: string) {
  return reader.conversation.findUnique({
    where: { key },
    select: { id: true, key: true, snapshot: true, repeatCount: true, lateCount: true },
  });
}
