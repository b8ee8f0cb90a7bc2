import "server-only";
import type { Store } from "@/lib/store/connection/client";

/** The title data of a conversation in a list. Times are microseconds since 1970. */
export interface ConversationHead {
  id: bigint;
  key: string;
  title: string;
  status: string;
  lastEventAt: bigint;
  /** The sender's time of the last event; null if equal to `lastEventAt`. */
  lastSentAt: bigint | null;
}

/** The conversations with these ids, in no particular order. */
export async function readConversationHeads({ reader }: Store, ids: readonly bigint[]): Promise<ConversationHead[]> {
  return reader.conversation.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, key: true, title: true, status: true, lastEventAt: true, lastSentAt: true },
  });
}
