import "server-only";
import type { Database } from "@/lib/env/database-url";
import { openStore, type Store } from "@/lib/store/connection/open-store";

/** Runs `work` on a store that is closed afterwards: for commands whose database need not be the process's. */
export async function withStore<Result>(database: Database, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = openStore(database);
  // Pauses between steps do not keep a process alive; this does.
  const waiting = setInterval(() => {}, 1000);
  try {
    return await work(store);
  } finally {
    clearInterval(waiting);
    await store.close();
  }
}
