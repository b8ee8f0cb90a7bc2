import "server-only";
import type { PrismaTransaction, Store } from "@/lib/store/connection/open-store";

/** Access to records: the store, or a transaction on it. */
export interface Records {
  records: PrismaTransaction;
}

/** Runs `change` in one transaction. If it throws, nothing is stored. */
export async function inTransaction<Result>(
  { records }: Store,
  change: (within: Records) => Promise<Result>,
): Promise<Result> {
  return records.$transaction((transaction) => change({ records: transaction }));
}
