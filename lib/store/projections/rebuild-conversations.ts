import "server-only";
import type { FoldState } from "@/lib/conversation/fold";
import { canonicalJson } from "@/lib/events/canonical-json";
import { noArrivalCounts, readArrivalCounts } from "../arrival-counts";
import type { ConversationChange } from "../conversation-change";
import { conversationColumns, conversationRow } from "../conversation-row";
import { foldLog } from "../fold-conversation";
import type { PrismaTransaction, Store } from "../open-store";
import { allocateIds, markFolded } from "../writer-clock";
import { type RebuildRun, rebuiltBy } from "./rebuild-run";

/** A conversation folded from its log while others may write; good as long as its row has the same `changeId`. */
export interface FoldedConversation {
  id: bigint;
  changeId: bigint;
  state: FoldState;
}

/** Long conversations are folded alone: more would keep too much in memory and be out of date by the time they are written. */
const mostEvents = 2000;

/** Folds the next conversations after an id from their logs, without keeping writers waiting. */
export async function foldAfter({ reader }: Store, after: bigint, most: number): Promise<FoldedConversation[]> {
  const found = await reader.conversation.findMany({
    where: { id: { gt: after } },
    orderBy: { id: "asc" },
    take: most,
    select: { id: true, key: true, changeId: true },
  });
  const folded: FoldedConversation[] = [];
  let events = 0;
  for (const { id, key, changeId } of found) {
    const state = await foldLog(reader, id, key);
    folded.push({ id, changeId, state });
    events += state.eventCount;
    if (events >= mostEvents) break;
  }
  return folded;
}

/**
 * Applies conversations again. Those that got events since they were folded are folded once more.
 *
 * @returns the last one's id; null when there are no more
 */
export async function applyConversations(
  transaction: PrismaTransaction,
  store: Store,
  run: RebuildRun,
  folded: readonly FoldedConversation[],
): Promise<bigint | null> {
  const { dialect } = store;
  const rebuilt = rebuiltBy(run);
  const ids = folded.map(({ id }) => id);
  const states = new Map(folded.map((one) => [one.id, one]));
  const rows = await transaction.conversation.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
  const counted = await readArrivalCounts(transaction, dialect, ids);
  const current: ConversationChange[] = [];
  for (const row of rows) {
    const { id, changeId, key } = row;
    const counts = counted.get(id) ?? noArrivalCounts;
    const known = states.get(id);
    const after = known?.changeId === changeId ? known.state : await foldLog(transaction, id, key);
    const isStored = isSame(row, conversationRow(after, { id, changeId, ...counts }));
    current.push({ id, changeId, before: null, after, events: [], ...counts, isStored });
  }
  // Open pages learn of a change by its id.
  const { event } = await allocateIds(transaction, { events: current.filter(({ isStored }) => !isStored).length });
  let lastId = event;
  const changes = current.map((change) => (change.isStored ? change : { ...change, changeId: ++lastId }));
  for (const projection of rebuilt) await projection.forget?.(transaction, dialect, ids);
  const rebuild = { rows: new Map(), appliedUpTo: run.appliedUpTo, report: run.report };
  for (const projection of rebuilt) {
    await projection.apply({ transaction, store, events: [], changes, rebuild });
  }
  await markFolded(transaction, dialect, lastId);
  return folded.at(-1)?.id ?? null;
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
