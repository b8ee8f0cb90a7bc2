import "server-only";
import type { FoldState } from "@/lib/conversation/fold-state";
import { toConversation } from "@/lib/conversation/to-conversation";
import type { Store } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
import { readLateCounts } from "@/lib/store/log/late-counts";
import { allocateIds } from "@/lib/store/log/writer-clock";
import { uncountConversation } from "@/lib/store/projections/facet-sets/save-facet-sets";
import { failedAfter } from "@/lib/store/projections/failed-projections";
import { foldLog } from "@/lib/store/projections/fold-conversation";
import { loadConversations } from "@/lib/store/projections/load-conversations";
import { projections } from "@/lib/store/projections/projections";
import { markProjected, waitForTurn } from "@/lib/store/projections/projector-turn";
import { saveVisitorsAndAccounts } from "@/lib/store/projections/save-directory";

/**
 * Derives everything of a conversation from its log again, after its events were erased; without any event left, deletes it. One
 * that could not be projected loses what was derived, and is projected with the next retry. Open pages get a change.
 */
export async function refoldConversation(
  transaction: Statements,
  store: Store,
  { id, key }: { id: bigint; key: string },
): Promise<void> {
  const { dialect } = store;
  const { projected } = await waitForTurn(transaction, dialect);
  const { event } = await allocateIds(transaction, { events: 1 });
  const row = (await loadConversations(transaction, dialect, [id])).get(id);
  const before = row?.state ?? null;
  const after = await foldLog({ reader: transaction }, id, key, projected);
  for (const projection of projections) await projection.forget?.(transaction, dialect, [id]);
  if (after.eventCount === 0 || (await failedAfter(transaction, id)) !== null) {
    await deleteConversation(transaction, store, { id, key, state: before });
  } else {
    const lateCount = (await readLateCounts(transaction, dialect, [id], projected)).get(id) ?? 0;
    const change = { id, changeId: event + 1n, after, lateCount };
    const changes = [{ ...change, before: null }];
    for (const projection of projections) {
      await projection.apply({ transaction, store, events: [], changes, rebuild: null });
    }
    // The visitor that it had has one conversation less.
    await saveVisitorsAndAccounts(transaction, dialect, [{ ...change, before }]);
  }
  await transaction.$executeRaw`
    DELETE FROM "FailedProjection" WHERE "conversationId" = ${id}
      AND NOT EXISTS (SELECT 1 FROM "Event" e WHERE e."conversationId" = ${id})`;
  if (event === projected) await markProjected(transaction, dialect, event + 1n);
}

async function deleteConversation(
  transaction: Statements,
  { dialect }: Store,
  { id, key, state }: { id: bigint; key: string; state: FoldState | null },
): Promise<void> {
  await uncountConversation(transaction, id);
  await transaction.$executeRaw`DELETE FROM "Conversation" WHERE "id" = ${id}`;
  await transaction.$executeRaw`DELETE FROM "Reveal" WHERE "conversationKey" = ${key}`;
  await transaction.$executeRaw`
    DELETE FROM "ConversationKey" WHERE "id" = ${id}
      AND NOT EXISTS (SELECT 1 FROM "Event" e WHERE e."conversationId" = ${id})`;
  if (state === null) return;
  const change = { id, changeId: 0n, before: state, after: state, lateCount: 0 };
  await saveVisitorsAndAccounts(transaction, dialect, [change]);
  await transaction.$executeRaw`
    DELETE FROM "Visitor" WHERE "key" = ${toConversation(state).visitor.key}
      AND NOT EXISTS (SELECT 1 FROM "Conversation" c WHERE c."visitorKey" = "Visitor"."key")`;
}
