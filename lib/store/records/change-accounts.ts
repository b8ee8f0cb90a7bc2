import "server-only";
import type { Store } from "@/lib/store/connection/open-store";
import { inTransaction, type Records } from "./in-transaction";
import { saveSetting } from "./settings";

/**
 * Runs `change` in one transaction, after every other change of accounts, in any process: what it has checked stays true until it
 * is stored. Without that, two first accounts, or the removal of the last two admins, could pass each other unseen.
 */
export async function changeAccounts<Result>(
  store: Store,
  change: (within: Records) => Promise<Result>,
): Promise<Result> {
  return inTransaction(store, async (within) => {
    // The row's lock is the queue, so it has to be the transaction's first statement.
    await saveSetting(within, "accounts-lock", "");
    return change(within);
  });
}
