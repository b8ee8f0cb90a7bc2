import "server-only";
import type { FoldState } from "@/lib/conversation/fold-state";
import { readSnapshot } from "@/lib/conversation/snapshot";
import type { Dialect } from "@/lib/env/database-url";
import { jsonList } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";

/** A conversation's row. */
export interface LoadedConversation {
  id: bigint;
  /** `null` when it is in a different format version. */
  state: FoldState | null;
  /** Microseconds; the state's position in the conversation's order. */
  lastEventAt: bigint;
  lateCount: number;
}

/** The conversations' states, by id. Conversations without a row are omitted. */
export async function loadConversations(
  transaction: Statements,
  dialect: Dialect,
  ids: readonly bigint[],
): Promise<Map<bigint, LoadedConversation>> {
  const rows = await transaction.$queryRaw<ConversationRow[]>`
    SELECT "id", COALESCE("lastSentAt", "lastEventAt") AS "lastEventAt", "lateCount", "snapshot"
    FROM "Conversation" WHERE "id" IN (${jsonList(dialect, "bigint", ids)})`;
  return new Map(rows.map(({ snapshot, ...row }) => [row.id, { ...row, state: readSnapshot(snapshot) }]));
}

interface ConversationRow {
  id: bigint;
  lastEventAt: bigint;
  lateCount: number;
  snapshot: string;
}
