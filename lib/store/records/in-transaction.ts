import "server-only";
import type { PrismaTransaction, Store } from "@/lib/store/connection/open-store";

/** Where records are read and written: the store, or one transaction on it. */
export interface Records {
  records: PrismaTransaction;
}

/** Runs `change` in one transaction: everything it writes is stored, or, when it throws, nothing. */
export async function inTransaction<Result>(
  { records }: Store,
  change: (within: Records) => Promise<Result>,
): Promise<Result> {
  return records.$transaction((transaction) => change({ records: transaction }));
}
