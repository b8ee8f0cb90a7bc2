import "server-only";
import { derivationVersions } from "@/lib/conversation/derivation-versions";
import { restoreMissing } from "../restore-missing";
import { saveConversations } from "../save-conversations";
import type { Batch, Projection } from "./projection";

const { reading, state, folding, rows } = derivationVersions;

/** Conversations' rows: their state, and the columns that lists filter and sort by. */
export const conversationProjection: Projection = {
  name: "conversation",
  version: reading + state + folding + rows,
  apply,
};

async function apply({ transaction, store, events, changes, rebuild }: Batch): Promise<void> {
  if (rebuild !== null) {
    const logged = events.flatMap((event) => {
      const conversationId = rebuild.rows.get(event.id)?.conversationId;
      return conversationId === undefined ? [] : [{ ...event, conversationId }];
    });
    await restoreMissing(transaction, store.dialect, logged);
  }
  const differing = changes.filter(({ isStored }) => !isStored);
  if (rebuild !== null) {
    rebuild.report.conversations.done += changes.length;
    rebuild.report.conversations.changed += differing.length;
  }
  await saveConversations(transaction, store.dialect, differing);
}
