import "server-only";
import { withDirectStatements } from "./direct-statements";
import type { PrismaTransaction, Store } from "./open-store";

/** How long, in milliseconds, it may wait for its turn and how long it may take. */
const limits = { maxWait: 3000, timeout: 60_000 };

/** Does `work` in one durable transaction of ingestion, all of it or nothing. */
export function writeTransaction<Result>(
  store: Store,
  work: (transaction: PrismaTransaction) => Promise<Result>,
): Promise<Result> {
  return store.writer.$transaction((transaction) => work(withDirectStatements(transaction, store)), limits);
}
