import "server-only";
import type { Store } from "@/lib/store/connection/client";

/** The events of a conversation at one moment of the sender's clock: their exact texts and their hashes. */
export async function storedEventsAt(
  { reader }: Store,
  conversationKey: string,
  occurredAt: bigint,
): Promise<{ raw: string; hash: Uint8Array }[]> {
  const conversation = await reader.conversationKey.findUnique({ where: { key: conversationKey } });
  if (conversation === null) return [];
  const where = { conversationId: conversation.id, occurredAt };
  return reader.event.findMany({ where, select: { raw: true, hash: true } });
}
