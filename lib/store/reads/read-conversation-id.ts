import "server-only";
import type { Store } from "@/lib/store/connection/client";

/** The id of the conversation with this key, or null. */
export async function readConversationId({ reader }: Store, key: string): Promise<bigint | null> {
  const row = await reader.conversation.findUnique({ where: { key }, select: { id: true } });
  return row?.id ?? null;
}
