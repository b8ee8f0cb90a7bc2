import "server-only";
import type { FoldState } from "@/lib/conversation/fold-state";
import { readSnapshot } from "@/lib/conversation/snapshot";
import type { Dialect } from "@/lib/env/database-url";
import type { FoundConversation } from "./find-conversations";
import { jsonList } from "./json-rows";
import type { PrismaTransaction } from "./open-store";

/** A conversation as a write transaction finds it. */
export interface LoadedConversation extends FoundConversation {
  /** `null` when there is none yet, or none of the present format. */
  state: FoldState | null;
  /** All its events up to this id are folded. */
  changeId: bigint;
  /** Microseconds; the place of the state in the conversation's order. */
  lastEventAt: bigint | null;
  repeatCount: number;
  lateCount: number;
}

/** The conversations' states, by id. One that lost its row is left out: a rebuild gives it back. */
export async function loadConversations(
  transaction: PrismaTransaction,
  dialect: Dialect,
  conversations: readonly FoundConversation[],
): Promise<Map<bigint, LoadedConversation>> {
  const loaded = new Map<bigint, LoadedConversation>();
  for (const { id, isNew } of conversations) {
    if (isNew) loaded.set(id, { ...nothingYet, id, isNew });
  }
  const stored = conversations.filter(({ isNew }) => !isNew).map(({ id }) => id);
  if (stored.length === 0) return loaded;
  const rows = await transaction.$queryRaw<ConversationRow[]>`
    SELECT "id", "changeId", COALESCE("lastSentAt", "lastEventAt") AS "lastEventAt", "repeatCount", "lateCount", "snapshot"
    FROM "Conversation" WHERE "id" IN (${jsonList(dialect, "bigint", stored)})`;
  for (const { snapshot, ...row } of rows) {
    const { id, changeId, repeatCount } = row;
    // A row that only keeps the place: nothing is folded yet, though repeats may have been counted.
    if (changeId === 0n) loaded.set(id, { ...nothingYet, id, isNew: true, repeatCount });
    else loaded.set(id, { ...row, isNew: false, state: readSnapshot(snapshot) });
  }
  return loaded;
}

const nothingYet = { state: null, changeId: 0n, lastEventAt: null, repeatCount: 0, lateCount: 0 };

interface ConversationRow {
  id: bigint;
  changeId: bigint;
  lastEventAt: bigint;
  repeatCount: number;
  lateCount: number;
  snapshot: string;
}
