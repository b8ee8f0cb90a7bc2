import "server-only";
import type { FoldState } from "@/lib/conversation/fold-state";
import { readSnapshot } from "@/lib/conversation/snapshot";
import type { Dialect } from "@/lib/env/database-url";
import { jsonList } from "./json-rows";
import type { PrismaTransaction } from "./open-store";

/** A conversation as a write transaction finds it. */
export interface LoadedConversation {
  id: bigint;
  isNew: boolean;
  /** `null` when there is none yet, or none of the present format. */
  state: FoldState | null;
  /** Microseconds; the place of the state in the conversation's order. */
  lastEventAt: bigint | null;
  repeatCount: number;
  lateCount: number;
}

/** The conversations of these keys; those not stored yet get the ids after `lastId`. */
export async function loadConversations(
  transaction: PrismaTransaction,
  dialect: Dialect,
  keys: readonly string[],
  lastId: bigint,
): Promise<Map<string, LoadedConversation>> {
  const rows = await transaction.$queryRaw<ConversationRow[]>`
    SELECT "id", "key", "lastEventAt", "repeatCount", "lateCount", "snapshot"
    FROM "Conversation" WHERE "key" IN (${jsonList(dialect, "text", keys)})`;
  const loaded = new Map<string, LoadedConversation>();
  for (const { key, snapshot, ...row } of rows) {
    loaded.set(key, { ...row, isNew: false, state: readSnapshot(snapshot) });
  }
  let id = lastId;
  for (const key of keys) {
    if (loaded.has(key)) continue;
    id += 1n;
    loaded.set(key, { id, isNew: true, state: null, lastEventAt: null, repeatCount: 0, lateCount: 0 });
  }
  return loaded;
}

interface ConversationRow {
  id: bigint;
  key: string;
  lastEventAt: bigint;
  repeatCount: number;
  lateCount: number;
  snapshot: string;
}
