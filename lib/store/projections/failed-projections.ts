import "server-only";
import { driverError, lastLine } from "@/lib/errors/database-failure";
import { log } from "@/lib/log/log";
import { isFaultOfData } from "@/lib/store/connection/failure";
import type { PrismaTransaction, Store } from "@/lib/store/connection/open-store";
import { writeTransaction } from "@/lib/store/connection/write-transaction";
import { readLateCounts } from "@/lib/store/log/late-counts";
import { readLoggedEvents } from "@/lib/store/log/logged-event";
import { allocateIds } from "@/lib/store/log/writer-clock";
import { now } from "@/lib/time/instant";
import { foldLog } from "./fold-conversation";
import { projections } from "./projections";
import { markProjected, takeTurn } from "./projector-turn";

const longestReason = 500;
const eventsAtOnce = 500;

interface Failure {
  conversationId: bigint;
  /** The conversation's events after this one are in no projection. */
  projectedEventId: bigint;
  error: unknown;
}

/** The conversations that are set aside: their events wait for `retryFailed`. */
export async function failedConversations(transaction: PrismaTransaction): Promise<Set<bigint>> {
  const rows = await transaction.$queryRaw<{ id: bigint }[]>`SELECT "conversationId" AS "id" FROM "FailedProjection"`;
  return new Set(rows.map(({ id }) => id));
}

/** Sets a conversation aside; one that is set aside already keeps its place. */
export async function noteFailure(
  transaction: PrismaTransaction,
  { conversationId, projectedEventId, error }: Failure,
): Promise<void> {
  const noted = noteOf(error);
  log().error({ err: error }, `Conversation ${conversationId} cannot be projected, and is tried again later`);
  await transaction.failedProjection.upsert({
    where: { conversationId },
    create: { conversationId, projectedEventId, ...noted },
    update: noted,
  });
}

function noteOf(error: unknown): { reason: string; failedAt: bigint } {
  const told = driverError(error)?.originalMessage ?? (error instanceof Error ? error.message : error);
  return { reason: lastLine(String(told)).slice(0, longestReason), failedAt: now() };
}

/** Projects the conversations that were set aside, each from its whole log. */
export async function retryFailed(store: Store): Promise<void> {
  const failed = await store.reader.failedProjection.findMany({ select: { conversationId: true } });
  for (const { conversationId } of failed) {
    try {
      await writeTransaction(store, (transaction) => retry(transaction, store, conversationId));
    } catch (error) {
      if (!isFaultOfData(error)) throw error;
      await store.writer.failedProjection.updateMany({ where: { conversationId }, data: noteOf(error) });
    }
  }
}

async function retry(transaction: PrismaTransaction, store: Store, id: bigint): Promise<void> {
  const { dialect } = store;
  const marks = await takeTurn(transaction, dialect);
  const failure = marks && (await transaction.failedProjection.findUnique({ where: { conversationId: id } }));
  if (marks === null || failure === null) return;
  const upTo = marks.projected;
  const named = await transaction.conversationKey.findUnique({ where: { id } });
  const after = await foldLog(transaction, id, named?.key ?? "", upTo);
  const lateCount = (await readLateCounts(transaction, dialect, [id], upTo)).get(id) ?? 0;
  // Open pages learn of a change by its id.
  const { event } = await allocateIds(transaction, { events: 1 });
  const changes = after.eventCount === 0 ? [] : [{ id, changeId: event + 1n, before: null, after, lateCount }];
  for (const projection of projections) await projection.forget?.(transaction, dialect, [id]);
  const stretch = { upTo, most: eventsAtOnce, conversationId: id };
  let done = failure.projectedEventId;
  for (let more = true; more; ) {
    const { events, isLast } = await readLoggedEvents(transaction, { ...stretch, after: done });
    for (const projection of projections) {
      await projection.apply({ transaction, store, events, changes: isLast ? changes : [], rebuild: null });
    }
    done = events.at(-1)?.id ?? upTo;
    more = !isLast;
  }
  await transaction.failedProjection.delete({ where: { conversationId: id } });
  if (event === upTo) await markProjected(transaction, dialect, event + 1n);
}
