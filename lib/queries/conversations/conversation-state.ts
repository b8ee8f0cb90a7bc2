import "server-only";
import type { ConversationAnswer } from "@/lib/api/schemas/conversation";
import type { Viewer } from "@/lib/auth/viewer";
import type { Conversation } from "@/lib/conversation/conversation";
import { readSnapshot } from "@/lib/conversation/snapshot";
import { emptyState, type FoldState, fold, toConversation } from "@/lib/fold/fold";
import { notFound, type Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { readLog } from "@/lib/store/log/read-log";
import { readConversation } from "@/lib/store/reads/read-conversation";
import { labelNames } from "@/lib/store/reads/read-label-names";
import { readStoredEvent } from "@/lib/store/reads/read-stored-event";
import { eachEvent } from "./each-event";
import { missingConversation } from "./missing-conversation";

/**
 * A conversation's state: now, or right after the event `at`. Then it is the fold of all events up to it in the order of
 * (occurredAt, id), whenever they arrived.
 */
export async function conversationState(
  _viewer: Viewer,
  { key, at }: { key: string; at?: string | undefined },
): Promise<ConversationAnswer | Refusal> {
  const stored = await readConversation(store(), key);
  if (stored === null) return missingConversation(key);
  const { repeatCount, lateCount } = stored;
  if (at === undefined) {
    const state = readSnapshot(stored.snapshot) ?? (await foldUpTo(stored));
    return { ...(await withLabelNames(toConversation(state))), repeatCount, lateCount };
  }
  const last = await readStoredEvent(store(), BigInt(at));
  if (last === null || last.conversationId !== stored.id) return notFound("event with this id in the conversation");
  return { ...(await withLabelNames(toConversation(await foldUpTo(stored, last)))), repeatCount, lateCount };
}

async function foldUpTo(
  { id, key }: { id: bigint; key: string },
  last?: { occurredAt: bigint; id: bigint },
): Promise<FoldState> {
  let state = emptyState(key);
  for await (const event of eachEvent(readLog(store(), id, { upTo: last }))) state = fold([event], state);
  return state;
}

/** Adds names to unnamed labels, from other events of the account. */
async function withLabelNames(conversation: Conversation): Promise<Conversation> {
  const unnamed = conversation.labels.filter(({ name }) => name === null).map(({ id }) => id);
  if (unnamed.length === 0) return conversation;
  const names = await labelNames(store(), unnamed);
  const labels = conversation.labels.map(({ id, name }) => ({ id, name: name ?? names(conversation.account.key, id) }));
  return { ...conversation, labels };
}
