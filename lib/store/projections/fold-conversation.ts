import "server-only";
import { emptyState, type FoldState, fold } from "@/lib/fold/fold";
import type { QueryReader } from "@/lib/store/connection/statements";
import { readLog } from "@/lib/store/log/read-log";

/** Folds a conversation's whole log, or its events up to the id `upTo`, into a state. */
export async function foldLog(store: QueryReader, id: bigint, key: string, upTo?: bigint): Promise<FoldState> {
  let state = emptyState(key);
  for await (const events of readLog(store, id, { lastId: upTo })) state = fold(events, state);
  return state;
}
