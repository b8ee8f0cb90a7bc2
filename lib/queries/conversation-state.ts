import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Conversation } from "@/lib/conversation/conversation";
import { emptyState, fold, toConversation } from "@/lib/conversation/fold";
import { readSnapshot } from "@/lib/conversation/snapshot";
import { store } from "@/lib/store/client";
import { type EventPlace, listEvents } from "@/lib/store/list-events";
import { readConversation } from "@/lib/store/read-conversation";
import { labelNames } from "@/lib/store/read-label-names";
import { readStoredEvent } from "@/lib/store/read-stored-event";
import { eventOfRow } from "./event-of-row";
import { notFound, type Refusal } from "./refusal";

const PIECE = 500;

/**
 * A conversation's state: now, or right after the event `at`, which is then the fold of all events up to it in the order of
 * (occurredAt, id), whenever they arrived.
 */
export async function conversationState(
  _viewer: Viewer,
  { key, at }: { key: string; at?: string | undefined },
): Promise<Conversation | Refusal> {
  const stored = await readConversation(store(), key);
  if (stored === null) return notFound("conversation with this key");
  if (at === undefined) {
    const state = readSnapshot(stored.snapshot) ?? (await foldUpTo(stored, null));
    return withLabelNames(toConversation(state));
  }
  const last = await readStoredEvent(store(), BigInt(at));
  if (last === null || last.conversationId !== stored.id) return notFound("event with this id in the conversation");
  return withLabelNames(toConversation(await foldUpTo(stored, last.id)));
}

/** Folds the log piece by piece, so that a long conversation needs no more memory than a short one. */
async function foldUpTo({ id: conversationId, key }: { id: bigint; key: string }, lastId: bigint | null) {
  let state = emptyState(key);
  let after: EventPlace | null = null;
  for (;;) {
    const rows = await listEvents(store(), { conversationId, after, since: null, limit: PIECE });
    const end = rows.findIndex(({ id }) => id === lastId);
    state = fold((end < 0 ? rows : rows.slice(0, end + 1)).map(eventOfRow), state);
    after = rows.at(-1) ?? null;
    if (end >= 0 || after === null) return state;
  }
}

/** Gives labels that came without a name the one that other events of the account told. */
async function withLabelNames(conversation: Conversation): Promise<Conversation> {
  const unnamed = conversation.labels.filter(({ name }) => name === null).map(({ id }) => id);
  if (unnamed.length === 0) return conversation;
  const names = await labelNames(store(), unnamed);
  const labels = conversation.labels.map(({ id, name }) => ({ id, name: name ?? names(conversation.account.key, id) }));
  return { ...conversation, labels };
}
