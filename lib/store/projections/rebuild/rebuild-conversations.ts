import "server-only";
import type { FoldState } from "@/lib/fold/fold";
import { canonicalJson } from "@/lib/json/canonical-json";
import type { PrismaTransaction, Store } from "@/lib/store/connection/open-store";
import { readLateCounts } from "@/lib/store/log/late-counts";
import { allocateIds } from "@/lib/store/log/writer-clock";
import type { ConversationChange } from "@/lib/store/projections/conversation-change";
import { conversationColumns, conversationRow } from "@/lib/store/projections/conversation-row";
import { foldLog } from "@/lib/store/projections/fold-conversation";
import { markProjected, readMarks } from "@/lib/store/projections/projector-turn";
import { type RebuildRun, rebuiltBy } from "./rebuild-run";

/** A conversation folded from its log without blocking writers; valid as long as its row has the same `changeId`. */
export interface FoldedConversation {
  id: bigint;
  key: string;
  /** Null if there is no row. */
  changeId: bigint | null;
  state: FoldState;
}

/** Long conversations are folded alone: a larger group would need too much memory and be outdated when it is written. */
const mostEvents = 2000;

/** Folds the projected events of the next conversations after an id from their logs, without blocking writers. */
export async function foldAfter(store: Store, after: bigint, most: number): Promise<FoldedConversation[]> {
  const { reader } = store;
  const found = await reader.conversationKey.findMany({
    where: { id: { gt: after } },
    orderBy: { id: "asc" },
    take: most,
  });
  const where = { id: { in: found.map(({ id }) => id) } };
  const rows = await reader.conversation.findMany({ where, select: { id: true, changeId: true } });
  const changeIds = new Map(rows.map(({ id, changeId }) => [id, changeId]));
  // Read after the rows: an unchanged row then has no events that are not folded here.
  const { projected } = await readMarks(reader);
  const folded: FoldedConversation[] = [];
  let events = 0;
  for (const { id, key } of found) {
    const state = await foldLog(store, id, key, projected);
    folded.push({ id, key, changeId: changeIds.get(id) ?? null, state });
    events += state.eventCount;
    if (events >= mostEvents) break;
  }
  return folded;
}

/**
 * Applies conversations again. Those with events projected after they were folded are folded again.
 *
 * @param projected all are folded up to this id
 * @returns the last conversation's id; null when there are no more
 */
export async function applyConversations(
  transaction: PrismaTransaction,
  store: Store,
  { run, folded, projected }: { run: RebuildRun; folded: readonly FoldedConversation[]; projected: bigint },
): Promise<bigint | null> {
  const { dialect } = store;
  const rebuilt = rebuiltBy(run);
  const ids = folded.map(({ id }) => id);
  const rows = new Map(
    (await transaction.conversation.findMany({ where: { id: { in: ids } } })).map((row) => [row.id, row]),
  );
  const lateCounts = await readLateCounts(transaction, dialect, ids, projected);
  const current: ConversationChange[] = [];
  for (const { id, key, changeId, state } of folded) {
    const row = rows.get(id);
    const isCurrent = (row?.changeId ?? null) === changeId;
    const after = isCurrent ? state : await foldLog({ reader: transaction }, id, key, projected);
    const lateCount = lateCounts.get(id) ?? 0;
    // All its events are yet to be projected.
    if (after.eventCount === 0) continue;
    const change = { id, changeId: changeId ?? 0n, before: null, after, lateCount };
    const isStored = row !== undefined && isSame(row, conversationRow(after, { ...change, changeId: row.changeId }));
    current.push({ ...change, isStored });
  }
  // Open pages detect a change by its id.
  const { event } = await allocateIds(transaction, { events: current.filter(({ isStored }) => !isStored).length });
  let lastId = event;
  const changes = current.map((change) => (change.isStored ? change : { ...change, changeId: ++lastId }));
  for (const projection of rebuilt) await projection.forget?.(transaction, dialect, ids);
  const rebuild = { rows: new Map(), appliedUpTo: run.appliedUpTo, report: run.report };
  for (const projection of rebuilt) {
    await projection.apply({ transaction, store, events: [], changes, rebuild });
  }
  if (projected === event) await markProjected(transaction, dialect, lastId);
  return folded.at(-1)?.id ?? null;
}

type StoredRow = NonNullable<Awaited<ReturnType<PrismaTransaction["conversation"]["findFirst"]>>>;

function isSame(row: StoredRow, derived: ReturnType<typeof conversationRow>): boolean {
  const names = Object.keys(conversationColumns) as (keyof typeof conversationColumns)[];
  return names.every((name) => {
    const [stored, wanted] = [row[name], derived[name]];
    // Ids are text in the state and integers in the row.
    if (stored === wanted || (stored !== null && wanted !== null && String(stored) === String(wanted))) return true;
    // Keys of a state may be ordered differently when it is folded incrementally.
    return name === "snapshot" && canonicalJson(row.snapshot) === canonicalJson(String(derived.snapshot));
  });
}
