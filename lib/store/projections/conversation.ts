import "server-only";
import { derivationVersions } from "@/lib/conversation/derivation-versions";
import { restoreKeys } from "@/lib/store/projections/rebuild/restore-keys";
import { outdateFacetSets, recountFacetSets } from "./facet-sets/save-facet-sets";
import type { Batch, Projection } from "./projection";
import { saveConversations } from "./save-conversations";

const { reading, state, folding, rows, facets } = derivationVersions;

/** Conversations' rows: their state, and the columns that lists filter and sort by; and their facet sets. */
export const conversationProjection: Projection = {
  name: "conversation",
  version: reading + state + folding + rows + facets,
  apply,
  reset: outdateFacetSets,
  sweep: async (transaction) => {
    await recountFacetSets(transaction);
    return null;
  },
};

async function apply({ transaction, store, events, changes, rebuild }: Batch): Promise<void> {
  if (rebuild !== null) {
    await restoreKeys(transaction, store.dialect, events);
    rebuild.report.conversations.done += changes.length;
    rebuild.report.conversations.changed += changes.filter(({ isStored }) => !isStored).length;
  }
  await saveConversations(transaction, store.dialect, changes);
}
