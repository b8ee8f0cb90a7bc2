import "server-only";
import { emptyState, type FoldState, fold } from "@/lib/fold/fold";
import type { QueryReader } from "@/lib/store/connection/statements";
import { readLog } from "@/lib/store/log/read-log";

/** The state that a conversation's whole log folds to, or its events up to the id `upTo`. */
export async function foldLog(store: QueryReader, id: bigint, key: string, upTo?: bigint): Promise<FoldState> {
  let state = emptyState(key);
  for await (const events of readLog(store, id, { lastId: upTo })) state = fold(events, state);
  return state;
}
