import "server-only";
import { directStatements } from "./direct-statements";
import type { Store } from "./open-store";
import type { Statements } from "./statements";

/** Maximum time to wait for a turn, and maximum duration, in milliseconds. */
const limits = { maxWait: 3000, timeout: 60_000 };

/**
 * Runs `work` in one durable ingestion transaction. On Postgres, the commit may be sent before the last writes are answered: if
 * one of them failed, the transaction is rolled back, and this throws.
 *
 * @throws what `work` throws, or the database's error
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
    // The first failure caused all later ones.
    await settled();
  }
}
