import "server-only";
import type { Store } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
import { writeTransaction } from "@/lib/store/connection/write-transaction";
import { type ClaimedJob, leaseUs } from "./claim-job";

/** What a step leaves: where the next one begins, the end of the job, or a time at which it begins again. */
export type Outcome = { next: unknown } | { done: true } | { again: { dueAt: bigint; progress?: unknown } };

/** The failures in a row after which a job is dead. */
export const mostAttempts = 10;
const firstRetryUs = 1_000_000n;
const longestRetryUs = 600_000_000n;

/**
 * Runs `work` and saves its outcome, in one transaction: a step takes effect once, however often its process is killed.
 *
 * @param at now, in microseconds
 * @returns the claim for the next step; null if the job is done, or due later
 * @throws LostLease if another process has claimed the job; then nothing is stored
 */
export async function saveStep(
  store: Store,
  job: ClaimedJob,
  at: bigint,
  work: (transaction: Statements) => Promise<Outcome>,
): Promise<ClaimedJob | null> {
  const leaseUntil = later(at + leaseUs, job.leaseUntil + 1n);
  return writeTransaction(store, async (transaction) => {
    const held = await transaction.$queryRaw<unknown[]>`
      UPDATE "Job" SET "leaseUntil" = ${leaseUntil}
      WHERE "kind" = ${job.kind} AND "key" = ${job.key} AND "state" = 'waiting' AND "leaseUntil" = ${job.leaseUntil}
      RETURNING 1 AS "held"`;
    if (held.length === 0) throw new LostLease(job);
    const outcome = await work(transaction);
    const progress = "next" in outcome ? outcome.next : "again" in outcome ? (outcome.again.progress ?? null) : null;
    await transaction.$executeRaw`
      UPDATE "Job" SET
        "state" = ${"done" in outcome ? "done" : "waiting"},
        "dueAt" = ${"again" in outcome ? outcome.again.dueAt : at},
        "leaseUntil" = ${"next" in outcome ? leaseUntil : 0n},
        "progress" = ${JSON.stringify(progress)},
        "attempts" = 0, "error" = NULL, "changedAt" = ${at}
      WHERE "kind" = ${job.kind} AND "key" = ${job.key}`;
    return "next" in outcome ? { ...job, progress: outcome.next, attempts: 0, leaseUntil } : null;
  });
}

/** Records a failed step: the job is retried later, each time after a longer wait, or is dead after {@link mostAttempts}. */
export async function failJob(store: Store, job: ClaimedJob, at: bigint, error: unknown): Promise<void> {
  const attempts = job.attempts + 1;
  const wait = firstRetryUs << BigInt(job.attempts);
  const text = error instanceof Error ? error.message : String(error);
  await writeTransaction(store, async (transaction) => {
    await transaction.$executeRaw`
      UPDATE "Job" SET
        "state" = ${attempts >= mostAttempts ? "dead" : "waiting"},
        "dueAt" = ${at + (wait < longestRetryUs ? wait : longestRetryUs)},
        "leaseUntil" = 0, "attempts" = ${attempts}, "error" = ${text.slice(0, 1000)}, "changedAt" = ${at}
      WHERE "kind" = ${job.kind} AND "key" = ${job.key} AND "state" = 'waiting' AND "leaseUntil" = ${job.leaseUntil}`;
  });
}

/** Another process has claimed the job, since this one's lease had ended. */
export class LostLease extends Error {
  constructor({ kind, key }: ClaimedJob) {
    super(`Another process has taken over the job ${kind} ${key}.`);
  }
}

function later(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}
