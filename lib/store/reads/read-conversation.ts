import "server-only";
import type { Store } from "@/lib/store/connection/client";

/** A conversation's id, snapshot and counts, or null if there is none with this key. */
export async function readConversation({ reader }: Store, key: string) {
  const row = await reader.conversation.findUnique({
    where: { key },
    select: { id: true, key: true, snapshot: true, lateCount: true },
  });
  if (row === null) return null;
  const { _sum } = await reader.repeat.aggregate({ where: { conversationId: row.id }, _sum: { count: true } });
  return { ...row, repeatCount: _sum.count ?? 0 };
}
