import "server-only";
import { emptyState, type FoldState, fold } from "@/lib/conversation/fold";
import { compareEvents } from "@/lib/events/compare-events";
import type { ConversationChange } from "./conversation-change";
import type { LoadedConversation } from "./load-conversations";
import type { PrismaTransaction } from "./open-store";
import type { PlacedEvent } from "./placed-event";
import { readLog } from "./read-log";

/**
 * Folds new events, already in the log, onto a conversation: onto its snapshot when they all come after its place in the
 * order, else the whole conversation anew from the log.
 */
export async function foldConversation(
  transaction: PrismaTransaction,
  { id, isNew, state, lastEventAt, repeatCount, lateCount }: LoadedConversation,
  events: readonly PlacedEvent[],
): Promise<ConversationChange> {
  const comesAfter = lastEventAt === null || events.every((event) => event.occurredAt >= lastEventAt);
  const canGoOn = comesAfter && (isNew || state !== null);
  const changeId = events.at(-1)?.id ?? 0n;
  const after = canGoOn
    ? foldOn(state ?? emptyState(keyOf(events)), events)
    : await foldLog(transaction, id, keyOf(events), changeId);
  return {
    id,
    changeId,
    before: state,
    after,
    events,
    repeatCount,
    lateCount: lateCount + countLate(events, lastEventAt),
  };
}

function foldOn(state: FoldState, events: readonly PlacedEvent[]): FoldState {
  const meanings = new Map(events.map(({ event, meaning }) => [event, meaning]));
  return fold([...meanings.keys()].sort(compareEvents), state, (event) => meanings.get(event));
}

/** How many of them, in the order of arrival, came after one that happened later. */
function countLate(events: readonly PlacedEvent[], lastEventAt: bigint | null): number {
  let latest = lastEventAt;
  let late = 0;
  for (const { occurredAt } of events) {
    if (latest !== null && occurredAt < latest) late += 1;
    else latest = occurredAt;
  }
  return late;
}

/** The state that a conversation's whole log folds to, or its events up to the id `upTo`. */
export async function foldLog(
  transaction: PrismaTransaction,
  id: bigint,
  key: string,
  upTo?: bigint,
): Promise<FoldState> {
  let state = emptyState(key);
  for await (const events of readLog(transaction, id, { lastId: upTo })) state = fold(events, state);
  return state;
}

function keyOf(events: readonly PlacedEvent[]): string {
  return events[0]?.conversationKey ?? "";
}
