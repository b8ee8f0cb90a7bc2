import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import type { Store } from "@/lib/store/connection/client";
import { listSelection } from "./list-selection";

/** How many conversations match, and how many events they have. */
export async function measureMatching(
  store: Store,
  filters: ConversationFilters,
): Promise<{ conversations: number; events: number }> {
  const selection = await listSelection(store, filters, "count");
  const [row] = await store.reader.$queryRaw<{ conversations: bigint | number; events: bigint | number }[]>`
    SELECT count(*) AS "conversations", COALESCE(CAST(sum(c."eventCount") AS bigint), 0) AS "events"
    ${selection}`;
  return { conversations: Number(row?.conversations ?? 0), events: Number(row?.events ?? 0) };
}
