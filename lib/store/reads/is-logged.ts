import "server-only";
import { type Access, isEverything } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";

/**
 * Whether the log contains events of a conversation, projected or not. Never for a scoped viewer: before it is projected, its bot
 * and account are unknown.
 */
export async function isLogged({ reader }: Store, access: Access, key: string): Promise<boolean> {
  if (!isEverything(access.scope)) return false;
  return (await reader.conversationKey.findUnique({ where: { key }, select: { id: true } })) !== null;
}
