import "server-only";
import { derivationVersions } from "@/lib/conversation/derivation-versions";
import { dropAbandonedVisitors, dropLooseNames, loosenNames } from "@/lib/store/projections/rebuild/rebuild-names";
import type { Projection } from "./projection";
import { saveNames, saveVisitorsAndAccounts } from "./save-directory";

const { reading, state, rows } = derivationVersions;

/** Data shared by conversations: visitors, accounts, bots, and the names of labels. */
export const directoryProjection: Projection = {
  name: "directory",
  version: reading + state + rows,
  apply: async ({ transaction, store, events, changes }) => {
    await saveVisitorsAndAccounts(transaction, store.dialect, changes);
    await saveNames(transaction, store.dialect, events, changes);
  },
  reset: loosenNames,
  sweep: async (transaction, after) => {
    if (after === "") await dropLooseNames(transaction);
    return dropAbandonedVisitors(transaction, after);
  },
};
