import "server-only";
import type { ConversationAnswer } from "@/lib/api/schemas/conversation";
import type { Viewer } from "@/lib/auth/viewer";
import type { Conversation } from "@/lib/conversation/conversation";
import { readSnapshot } from "@/lib/conversation/snapshot";
import { emptyState, type FoldState, fold, toConversation } from "@/lib/fold/fold";
import { maskConversation } from "@/lib/masking/mask-conversation";
import { notFound, type Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { readLog } from "@/lib/store/log/read-log";
import { readConversation } from "@/lib/store/reads/read-conversation";
import { labelNames } from "@/lib/store/reads/read-label-names";
import type { Masks } from "@/lib/store/reads/read-masks";
import { readStoredEvent } from "@/lib/store/reads/read-stored-event";
import { conversationMasks } from "./conversation-masks";
import { eachEvent } from "./each-event";
import { missingConversation } from "./missing-conversation";

type StoredConversation = NonNullable<Awaited<ReturnType<typeof readConversation>>>;

/**
 * A conversation's state: now, or right after the event `at`. Then it is the fold of all events up to it in the order of
 * (occurredAt, id), whenever they arrived.
 */
export async function conversationState(
  viewer: Viewer,
  { key, at }: { key: string; at?: string | undefined },
): Promise<ConversationAnswer | Refusal> {
  const stored = await readConversation(store(), viewer, key);
  if (stored === null) return missingConversation(viewer, key);
  const masks = await conversationMasks(viewer, stored);
  if (at === undefined) return stateSeen(stored, masks);
  const last = await readStoredEvent(store(), viewer, BigInt(at));
  if (last === null || last.conversationId !== stored.id) return notFound("event with this id in the conversation");
  return stateSeen(stored, masks, last);
}

/** The state of a conversation that was read: now, or right after the event `last`; masked unless `masks` is null. */
export async function stateSeen(
  stored: StoredConversation,
  masks: Masks | null,
  last?: { occurredAt: bigint; id: bigint },
): Promise<ConversationAnswer> {
  const state = (last === undefined ? readSnapshot(stored.snapshot) : null) ?? (await foldUpTo(stored, last));
  const { repeatCount, lateCount } = stored;
  const conversation = { ...(await withLabelNames(toConversation(state), masks !== null)), repeatCount, lateCount };
  return masks === null ? conversation : maskConversation(conversation, masks.of(stored.id));
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
async function withLabelNames(conversation: Conversation, isMasked: boolean): Promise<Conversation> {
  const unnamed = conversation.labels.filter(({ name }) => name === null).map(({ id }) => id);
  if (unnamed.length === 0) return conversation;
  const names = await labelNames(store(), unnamed, isMasked);
  const labels = conversation.labels.map(({ id, name }) => ({ id, name: name ?? names(conversation.account.key, id) }));
  return { ...conversation, labels };
}
