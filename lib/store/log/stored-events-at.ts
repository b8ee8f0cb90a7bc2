import "server-only";
import type { Store } from "@/lib/store/connection/client";

/** A conversation's events at one sender's time: their exact texts and hashes. */
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
