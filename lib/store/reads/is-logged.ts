import "server-only";
import type { Store } from "@/lib/store/connection/client";

/** Whether the log contains events of a conversation, projected or not. */
export async function isLogged({ reader }: Store, key: string): Promise<boolean> {
  return (await reader.conversationKey.findUnique({ where: { key }, select: { id: true } })) !== null;
}
