import "server-only";
import { readSnapshot } from "@/lib/conversation/snapshot";
import type { FoldState } from "@/lib/fold/fold";
import type { Store } from "@/lib/store/connection/client";
import { foldLog } from "@/lib/store/projections/fold-conversation";

/** Conversations read at once: a snapshot can be large. */
const piece = 20;

/** The states of the conversations with these ids: their snapshots, or folded from the log if a snapshot cannot be read. */
export async function* readStates(
  store: Store,
  conversationIds: readonly bigint[],
): AsyncGenerator<{ id: bigint; key: string; state: FoldState }> {
  for (let start = 0; start < conversationIds.length; start += piece) {
    const rows = await store.reader.conversation.findMany({
      where: { id: { in: conversationIds.slice(start, start + piece) } },
      select: { id: true, key: true, snapshot: true },
    });
    for (const { id, key, snapshot } of rows) {
      yield { id, key, state: readSnapshot(snapshot) ?? (await foldLog(store, id, key)) };
    }
  }
}
