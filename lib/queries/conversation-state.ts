import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Conversation } from "@/lib/conversation/conversation";
import { emptyState, evolve, toConversation } from "@/lib/conversation/fold";
import { store } from "@/lib/store/client";
import { listEvents } from "@/lib/store/list-events";
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
  if (at === undefined) return withLabelNames(toConversation(JSON.parse(stored.snapshot)));
  const last = await readStoredEvent(store(), BigInt(at));
  if (last === null || last.conversationId !== stored.id) return notFound("event with this id in the conversation");
  return withLabelNames(await foldUpTo(stored, last));
}

async function foldUpTo(
  { id: conversationId, key }: { id: bigint; key: string },
  last: { occurredAt: bigint; id: bigint },
): Promise<Conversation> {
  let state = emptyState(key);
  let after: { occurredAt: bigint; id: bigint } | null = null;
  for (;;) {
    const rows = await listEvents(store(), { conversationId, after, since: null, limit: PIECE });
    for (const row of rows) {
      state = evolve(state, eventOfRow(row));
      if (row.id === last.id) return toConversation(state);
    }
    after = rows.at(-1) ?? null;
    if (after === null) return toConversation(state);
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
