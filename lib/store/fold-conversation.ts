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
  { id, isNew, state, lastEventAt }: LoadedConversation,
  events: readonly PlacedEvent[],
): Promise<ConversationChange> {
  const late = lastEventAt === null ? 0 : events.filter((event) => event.occurredAt < lastEventAt).length;
  const canGoOn = late === 0 && (isNew || state !== null);
  const after = canGoOn
    ? fold(events.map(({ event }) => event).sort(compareEvents), state ?? emptyState(keyOf(events)))
    : await foldLog(transaction, id, keyOf(events));
  return { id, changeId: events.at(-1)?.id ?? 0n, before: state, after, events, late };
}

/** The state that a conversation's whole log folds to. */
export async function foldLog(transaction: PrismaTransaction, id: bigint, key: string): Promise<FoldState> {
  let state = emptyState(key);
  for await (const events of readLog(transaction, id)) state = fold(events, state);
  return state;
}

function keyOf(events: readonly PlacedEvent[]): string {
  return events[0]?.conversationKey ?? "";
}
