import "server-only";
import type { Store } from "@/lib/store/connection/client";

/** The id under which a conversation is stored, or null where there is none with this key. */
export async function readConversationId({ reader }: Store, key: string): Promise<bigint | null> {
  const row = await reader.conversation.findUnique({ where: { key }, select: { id: true } });
  return row?.id ?? null;
}
