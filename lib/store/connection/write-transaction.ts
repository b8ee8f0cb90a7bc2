import "server-only";
import { withDirectStatements } from "./direct-statements";
import type { PrismaTransaction, Store } from "./open-store";

/** How long, in milliseconds, it may wait for its turn and how long it may take. */
const limits = { maxWait: 3000, timeout: 60_000 };

/**
 * Does `work` in one durable transaction of ingestion, all of it or nothing. Postgres may have been sent the commit before it has
 * answered the last writes: where one of those failed, it rolls back instead, and this throws.
 *
 * @throws what `work` throws, or the database
 */
export async function writeTransaction<Result>(
  store: Store,
  work: (transaction: PrismaTransaction) => Promise<Result>,
): Promise<Result> {
  let settled = async () => {};
  try {
    return await store.writer.$transaction((transaction) => {
      const direct = withDirectStatements(transaction, store);
      settled = direct.settled;
      return work(direct.transaction);
    }, limits);
  } finally {
    // A failure that came first is the reason of all others.
    await settled();
  }
}
