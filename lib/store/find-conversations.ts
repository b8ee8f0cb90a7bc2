import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { jsonList } from "./json-rows";
import type { PrismaTransaction } from "./open-store";

/** Where a conversation's events go. */
export interface FoundConversation {
  id: bigint;
  isNew: boolean;
}

/** The conversations of these keys, without their states; those not stored yet get the ids after `lastId`. */
export async function findConversations(
  transaction: PrismaTransaction,
  dialect: Dialect,
  keys: readonly string[],
  lastId: bigint,
): Promise<Map<string, FoundConversation>> {
  if (keys.length === 0) return new Map();
  const rows = await transaction.$queryRaw<{ id: bigint; key: string }[]>`
    SELECT "id", "key" FROM "Conversation" WHERE "key" IN (${jsonList(dialect, "text", keys)})`;
  const stored = new Map(rows.map(({ id, key }) => [key, id]));
  let last = lastId;
  const found = new Map<string, FoundConversation>();
  for (const key of keys) {
    const id = stored.get(key);
    if (id === undefined) last += 1n;
    found.set(key, { id: id ?? last, isNew: id === undefined });
  }
  return found;
}
