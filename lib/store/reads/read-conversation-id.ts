import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { whereInScope } from "./in-scope";

/** The id of the conversation with this key, or null. */
export async function readConversationId({ reader }: Store, access: Access, key: string): Promise<bigint | null> {
  const row = await reader.conversation.findUnique({ where: { key, ...whereInScope(access) }, select: { id: true } });
  return row?.id ?? null;
}
