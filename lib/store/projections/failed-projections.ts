import "server-only";
import { driverError, lastLine } from "@/lib/errors/database-failure";
import { log } from "@/lib/log/log";
import { isFaultOfData } from "@/lib/store/connection/failure";
import type { Store } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
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
  /** The conversation's events after this one are not projected. */
  projectedEventId: bigint;
  error: unknown;
}

/** The conversations that failed: their events wait for `retryFailed`. */
export async function failedConversations(transaction: Statements): Promise<Set<bigint>> {
  const rows = await transaction.$queryRaw<{ id: bigint }[]>`SELECT "conversationId" AS "id" FROM "FailedProjection"`;
  return new Set(rows.map(({ id }) => id));
}

/** The last event of a failed conversation that is projected; null if the conversation has not failed. */
export async function failedAfter(transaction: Statements, conversationId: bigint): Promise<bigint | null> {
  const [row] = await transaction.$queryRaw<{ id: bigint }[]>`
    SELECT "projectedEventId" AS "id" FROM "FailedProjection" WHERE "conversationId" = ${conversationId}`;
  return row === undefined ? null : BigInt(row.id);
}

/** Marks a conversation as failed; one that already is keeps its position. */
export async function noteFailure(
  transaction: Statements,
  { conversationId, projectedEventId, error }: Failure,
): Promise<void> {
  const { reason, failedAt } = noteOf(error);
  log().error({ err: error }, `Conversation ${conversationId} cannot be projected and will be retried`);
  await transaction.$executeRaw`
    INSERT INTO "FailedProjection" ("conversationId", "projectedEventId", "reason", "failedAt")
    VALUES (${conversationId}, ${projectedEventId}, ${reason}, ${failedAt})
    ON CONFLICT ("conversationId") DO UPDATE SET "reason" = excluded."reason", "failedAt" = excluded."failedAt"`;
}

function noteOf(error: unknown): { reason: string; failedAt: bigint } {
  const told = driverError(error)?.originalMessage ?? (error instanceof Error ? error.message : error);
  return { reason: lastLine(String(told)).slice(0, longestReason), failedAt: now() };
}

/** Projects the failed conversations, each from its whole log. */
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

async function retry(transaction: Statements, store: Store, id: bigint): Promise<void> {
  const { dialect } = store;
  const marks = await takeTurn(transaction, dialect);
  if (marks === null) return;
  const [failure] = await transaction.$queryRaw<{ projectedEventId: bigint; key: string }[]>`
    SELECT f."projectedEventId", k."key" FROM "FailedProjection" f
    JOIN "ConversationKey" k ON k."id" = f."conversationId" WHERE f."conversationId" = ${id}`;
  if (failure === undefined) return;
  const upTo = marks.projected;
  const after = await foldLog({ reader: transaction }, id, failure.key, upTo);
  const lateCount = (await readLateCounts(transaction, dialect, [id], upTo)).get(id) ?? 0;
  // Open pages detect a change by its id.
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
  await transaction.$executeRaw`DELETE FROM "FailedProjection" WHERE "conversationId" = ${id}`;
  if (event === upTo) await markProjected(transaction, dialect, event + 1n);
}
