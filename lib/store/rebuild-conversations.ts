import "server-only";
import type { FoldState } from "@/lib/conversation/fold";
import { canonicalJson } from "@/lib/events/canonical-json";
import { noArrivalCounts, readArrivalCounts } from "./arrival-counts";
import type { ConversationChange } from "./conversation-change";
import { conversationColumns, conversationRow } from "./conversation-row";
import { foldLog } from "./fold-conversation";
import { foldPendingWithin } from "./fold-pending";
import type { PrismaTransaction, Store } from "./open-store";
import { saveConversations } from "./save-conversations";
import { saveDirectory } from "./save-directory";
import { clearListings, saveListings } from "./save-listings";
import { allocateIds, markFolded } from "./writer-clock";

const conversationsAtOnce = 50;

/** A conversation folded from its log while others may write; good as long as its row has the same `changeId`. */
interface Folded {
  id: bigint;
  changeId: bigint;
  state: FoldState;
}

/** Folds the next conversations after an id from their logs, without keeping writers waiting. */
export async function foldNext({ reader }: Store, after: bigint): Promise<Folded[]> {
  const found = await reader.conversation.findMany({
    where: { id: { gt: after } },
    orderBy: { id: "asc" },
    take: conversationsAtOnce,
    select: { id: true, key: true, changeId: true },
  });
  const folded: Folded[] = [];
  for (const { id, key, changeId } of found) folded.push({ id, changeId, state: await foldLog(reader, id, key) });
  return folded;
}

/**
 * Writes what folding anew gave: rows that differ, and the lists made of them. Those that got events meanwhile are folded once more.
 *
 * @returns how many had another state
 */
export async function saveFolded(
  transaction: PrismaTransaction,
  store: Store,
  folded: readonly Folded[],
): Promise<number> {
  const { dialect } = store;
  await foldPendingWithin(transaction, store, await allocateIds(transaction));
  const ids = folded.map(({ id }) => id);
  const states = new Map(folded.map((one) => [one.id, one]));
  const rows = await transaction.conversation.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
  const current: (ConversationChange & { isSame: boolean })[] = [];
  const counted = await readArrivalCounts(transaction, dialect, ids);
  for (const row of rows) {
    const counts = counted.get(row.id) ?? noArrivalCounts;
    const known = states.get(row.id);
    const after = known?.changeId === row.changeId ? known.state : await foldLog(transaction, row.id, row.key);
    const { id, changeId } = row;
    current.push({
      id,
      changeId,
      // As if there were none: what was made of it may be missing.
      before: null,
      after,
      events: [],
      ...counts,
      isSame: isSame(row, conversationRow(after, { id, changeId, ...counts })),
    });
  }
  const differing = current.filter((change) => !change.isSame);
  // Open pages learn of a change by its id.
  const { event: lastId } = await allocateIds(transaction, { events: differing.length });
  const changed = differing.map((change, place) => ({ ...change, changeId: lastId + BigInt(place) + 1n }));
  await clearListings(transaction, dialect, ids);
  await saveListings(transaction, dialect, current);
  await saveConversations(transaction, dialect, changed);
  await saveDirectory(transaction, dialect, current);
  await markFolded(transaction, dialect, lastId + BigInt(differing.length));
  return changed.length;
}

type StoredRow = NonNullable<Awaited<ReturnType<PrismaTransaction["conversation"]["findFirst"]>>>;

function isSame(row: StoredRow, derived: ReturnType<typeof conversationRow>): boolean {
  const names = Object.keys(conversationColumns) as (keyof typeof conversationColumns)[];
  return names.every((name) => {
    const [stored, wanted] = [row[name], derived[name]];
    // Ids are text in the state and integers in the row.
    if (stored === wanted || (stored !== null && wanted !== null && String(stored) === String(wanted))) return true;
    // Folded on or folded anew, a state's parts may stand in another order.
    return name === "snapshot" && canonicalJson(row.snapshot) === canonicalJson(String(derived.snapshot));
  });
}
