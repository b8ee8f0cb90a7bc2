import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { jsonList } from "./json-rows";
import type { PrismaTransaction } from "./open-store";

/** Where a conversation's events go. */
export interface FoundConversation {
  id: bigint;
  isNew: boolean;
}

/** The ids of the conversations of these keys that are stored. */
export async function findConversations(
  transaction: PrismaTransaction,
  dialect: Dialect,
  keys: readonly string[],
): Promise<Map<string, bigint>> {
  if (keys.length === 0) return new Map();
  const rows = await transaction.$queryRaw<{ id: bigint; key: string }[]>`
    SELECT "id", "key" FROM "Conversation" WHERE "key" IN (${jsonList(dialect, "text", keys)})`;
  return new Map(rows.map(({ id, key }) => [key, id]));
}

/** The conversations of all keys; those that are not stored yet get the ids after `lastId`. */
export function withNewConversations(
  stored: ReadonlyMap<string, bigint>,
  keys: readonly string[],
  lastId: bigint,
): Map<string, FoundConversation> {
  let last = lastId;
  const found = new Map<string, FoundConversation>();
  for (const key of keys) {
    const id = stored.get(key);
    if (id === undefined) last += 1n;
    found.set(key, { id: id ?? last, isNew: id === undefined });
  }
  return found;
}
