import "server-only";
import { derivationVersions } from "@/lib/conversation/derivation-versions";
import { restoreKeys } from "@/lib/store/projections/rebuild/restore-keys";
import type { Batch, Projection } from "./projection";
import { saveConversations } from "./save-conversations";

const { reading, state, folding, rows } = derivationVersions;

/** Conversations' rows: their state, and the columns that lists filter and sort by. */
export const conversationProjection: Projection = {
  name: "conversation",
  version: reading + state + folding + rows,
  apply,
};

async function apply({ transaction, store, events, changes, rebuild }: Batch): Promise<void> {
  const differing = changes.filter(({ isStored }) => !isStored);
  if (rebuild !== null) {
    await restoreKeys(transaction, store.dialect, events);
    rebuild.report.conversations.done += changes.length;
    rebuild.report.conversations.changed += differing.length;
  }
  await saveConversations(transaction, store.dialect, differing);
}
