import "server-only";
import { compareEvents } from "@/lib/events/compare-events";
import { emptyState, type FoldState, fold } from "@/lib/fold/fold";
import { jsonList } from "@/lib/store/connection/json-rows";
import type { Store } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
import { readLateCounts } from "@/lib/store/log/late-counts";
import type { LoggedEvent } from "@/lib/store/log/logged-event";
import type { ConversationChange } from "./conversation-change";
import { foldLog } from "./fold-conversation";
import { type LoadedConversation, loadConversations } from "./load-conversations";

/** The effect of a batch on its conversations. */
export interface FoldedBatch {
  changes: ConversationChange[];
  /** Conversations folded from the log because their stored state is unusable: all their rows are replaced. */
  lost: bigint[];
}

/**
 * Folds events, in order of ids, into their conversations: into the snapshot if all come after its last event, otherwise the
 * whole conversation from the log.
 *
 * @param after everything up to this id is projected
 */
export async function foldBatch(
  transaction: Statements,
  { dialect }: Store,
  events: readonly LoggedEvent[],
  after: bigint,
): Promise<FoldedBatch> {
  const groups = Map.groupBy(events, ({ conversationId }) => conversationId);
  if (groups.size === 0) return { changes: [], lost: [] };
  const loaded = await loadConversations(transaction, dialect, [...groups.keys()]);
  const withoutRow = [...groups.keys()].filter((id) => !loaded.has(id));
  const lost = await thoseWithEvents(transaction, dialect, withoutRow, after);
  const upTo = events.at(-1)?.id ?? after;
  const lateCounts = await readLateCounts(transaction, dialect, [...lost], upTo);

  const changes: ConversationChange[] = [];
  for (const [id, own] of groups) {
    const row = loaded.get(id);
    const state = row?.state ?? null;
    const canGoOn = !lost.has(id) && (row === undefined || comesAfter(row, own));
    changes.push({
      id,
      changeId: own.at(-1)?.id ?? upTo,
      before: state,
      after: canGoOn ? foldOn(state, own) : await foldLog({ reader: transaction }, id, keyOf(own), upTo),
      lateCount: lateCounts.get(id) ?? (row?.lateCount ?? 0) + countLate(own, row?.lastEventAt ?? null),
    });
    if (row !== undefined && state === null) lost.add(id);
  }
  return { changes, lost: [...lost] };
}

/** Which of these conversations have events that should already be projected. */
async function thoseWithEvents(
  transaction: Statements,
  dialect: Store["dialect"],
  ids: readonly bigint[],
  upTo: bigint,
): Promise<Set<bigint>> {
  if (ids.length === 0) return new Set();
  const rows = await transaction.$queryRaw<{ id: bigint }[]>`
    SELECT DISTINCT "conversationId" AS "id" FROM "Event"
    WHERE "conversationId" IN (${jsonList(dialect, "bigint", ids)}) AND "id" <= ${upTo}`;
  return new Set(rows.map(({ id }) => id));
}

function comesAfter({ state, lastEventAt }: LoadedConversation, events: readonly LoggedEvent[]): boolean {
  return state !== null && events.every(({ occurredAt }) => occurredAt >= lastEventAt);
}

function foldOn(state: FoldState | null, events: readonly LoggedEvent[]): FoldState {
  const meanings = new Map(events.map(({ event, meaning }) => [event, meaning]));
  const inOrder = [...meanings.keys()].sort(compareEvents);
  return fold(inOrder, state ?? emptyState(keyOf(events)), (event) => meanings.get(event));
}

/** How many of them, in order of arrival, are out of order. */
function countLate(events: readonly LoggedEvent[], lastEventAt: bigint | null): number {
  let latest = lastEventAt;
  let late = 0;
  for (const { occurredAt } of events) {
    if (latest !== null && occurredAt < latest) late += 1;
    else latest = occurredAt;
  }
  return late;
}

function keyOf(events: readonly LoggedEvent[]): string {
  return events[0]?.conversationKey ?? "";
}
