import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import type { ConversationChange } from "./conversation-change";
import type { FoundConversation } from "./find-conversations";
import { foldConversation } from "./fold-conversation";
import { loadConversations } from "./load-conversations";
import type { PrismaTransaction, Store } from "./open-store";
import type { PlacedEvent } from "./placed-event";
import { projections } from "./projections/projections";
import { saveConversations } from "./save-conversations";

/**
 * Folds events of the log, in the order of their ids, into their conversations, and applies them to all projections. Events that
 * are in a conversation's state already change nothing.
 */
export async function foldEvents(
  transaction: PrismaTransaction,
  store: Store,
  conversations: ReadonlyMap<string, FoundConversation>,
  events: readonly PlacedEvent[],
): Promise<void> {
  const changes = await foldAll(transaction, store.dialect, conversations, events);
  if (changes.length === 0) return;
  const fresh = changes.flatMap((change) => change.events);
  const batch = { transaction, store, events: fresh, changes, rebuild: null };
  for (const projection of projections) await projection.apply(batch);
}

/**
 * Gives new conversations the row that their key and id stand in. What else is derived of them waits for `foldEvents`, which knows
 * by a `changeId` of 0 that it has to begin.
 */
export async function placeConversations(
  transaction: PrismaTransaction,
  dialect: Dialect,
  conversations: ReadonlyMap<string, FoundConversation>,
  events: readonly PlacedEvent[],
): Promise<void> {
  const changes = await foldAll(transaction, dialect, conversations, events);
  await saveConversations(
    transaction,
    dialect,
    changes.map((change) => ({ ...change, changeId: 0n })),
  );
}

async function foldAll(
  transaction: PrismaTransaction,
  dialect: Dialect,
  conversations: ReadonlyMap<string, FoundConversation>,
  events: readonly PlacedEvent[],
): Promise<ConversationChange[]> {
  const groups = [...Map.groupBy(events, (event) => event.conversationKey)].flatMap(([key, own]) => {
    const found = conversations.get(key);
    return found === undefined ? [] : [{ found, own }];
  });
  const loaded = await loadConversations(
    transaction,
    dialect,
    groups.map(({ found }) => found),
  );
  const changes: ConversationChange[] = [];
  for (const { found, own } of groups) {
    const conversation = loaded.get(found.id);
    const fresh = own.filter(({ id }) => id > (conversation?.changeId ?? 0n));
    if (conversation === undefined || fresh.length === 0) continue;
    changes.push(await foldConversation(transaction, conversation, fresh));
  }
  return changes;
}
