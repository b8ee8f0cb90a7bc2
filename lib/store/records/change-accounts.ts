import "server-only";
import type { Store } from "@/lib/store/connection/open-store";
import { inTransaction, type Records } from "./in-transaction";
import { saveSetting } from "./settings";

/**
 * Runs `change` in one transaction, serialized with every other change of accounts in any process: what it checked stays true
 * until it is stored. Otherwise, two first accounts could be created at once, or the last two admins removed.
 */
export async function changeAccounts<Result>(
  store: Store,
  change: (within: Records) => Promise<Result>,
): Promise<Result> {
  return inTransaction(store, async (within) => {
    // The row's lock serializes the transactions, so it must be taken by the first statement.
    await saveSetting(within, "accounts-lock", "");
    return change(within);
  });
}
