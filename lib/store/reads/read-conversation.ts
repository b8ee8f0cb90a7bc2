import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { whereInScope } from "./in-scope";

/** A conversation's id, snapshot and counts, or null if there is none with this key. */
export async function readConversation({ reader }: Store, access: Access, key: string) {
  const row = await reader.conversation.findUnique({
    where: { key, ...whereInScope(access) },
    select: { id: true, key: true, snapshot: true, lateCount: true },
  });
  if (row === null) return null;
  const { _sum } = await reader.repeat.aggregate({ where: { conversationId: row.id }, _sum: { count: true } });
  return { ...row, repeatCount: _sum.count ?? 0 };
}
