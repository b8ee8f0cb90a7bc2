import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { whereInScope } from "./in-scope";

/** The title data of a conversation in a list. Times are microseconds since 1970. */
export interface ConversationHead {
  id: bigint;
  key: string;
  title: string;
  status: string;
  lastEventAt: bigint;
  /** The sender's time of the last event; null if equal to `lastEventAt`. */
  lastSentAt: bigint | null;
  visitorName: string | null;
  visitorEmail: string | null;
  visitorPhone: string | null;
}

/** The conversations with these ids, in no particular order. */
export async function readConversationHeads(
  { reader }: Store,
  access: Access,
  ids: readonly bigint[],
): Promise<ConversationHead[]> {
  return reader.conversation.findMany({
    where: { id: { in: [...ids] }, ...whereInScope(access) },
    select: {
      ...{ id: true, key: true, title: true, status: true, lastEventAt: true, lastSentAt: true },
      ...{ visitorName: true, visitorEmail: true, visitorPhone: true },
    },
  });
}
