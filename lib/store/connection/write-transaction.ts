import "server-only";
import { directStatements } from "./direct-statements";
import type { Store } from "./open-store";
import type { Statements } from "./statements";

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
  work: (transaction: Statements) => Promise<Result>,
): Promise<Result> {
  let settled = async () => {};
  try {
    return await store.writer.$transaction(() => {
      const driver = store.openTransaction();
      if (driver === null) throw new Error("The transaction has ended.");
      const statements = directStatements(store, driver);
      settled = statements.settled;
      return work(statements);
    }, limits);
  } finally {
    // A failure that came first is the reason of all others.
    await settled();
  }
}
