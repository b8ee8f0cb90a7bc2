import "server-only";
import { jsonList } from "@/lib/store/connection/json-rows";
import type { Store } from "@/lib/store/connection/open-store";
import type { Queries } from "@/lib/store/connection/statements";
import { writeTransaction } from "@/lib/store/connection/write-transaction";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { JobId } from "./queue-job";

/** Microseconds. A process that dies leaves its job to the others after this time; a running step renews it. */
export const leaseUs = 10_000_000n;

export interface ClaimedJob extends JobId {
  progress: unknown;
  attempts: number;
  /** Only the process whose lease this is may save the job's steps. */
  leaseUntil: bigint;
}

interface Row extends JobId {
  progress: string | null;
  attempts: number;
}

/**
 * Claims the job of these kinds that has been due for longest, until its lease ends.
 *
 * @param at now, in microseconds
 * @returns null if none is due
 */
export async function claimJob(store: Store, kinds: readonly string[], at: bigint): Promise<ClaimedJob | null> {
  // Most of the time nothing is due: a read does not wait for writers.
  if (!(await isDue(store, kinds, at))) return null;
  const leaseUntil = at + leaseUs;
  const [row] = await writeTransaction(store, async (transaction) => {
    const skipLocked = store.dialect === "postgresql" ? Prisma.sql`FOR UPDATE SKIP LOCKED` : Prisma.empty;
    return transaction.$queryRaw<Row[]>`
      UPDATE "Job" SET "leaseUntil" = ${leaseUntil}, "changedAt" = ${at}
      WHERE ("kind", "key") IN (SELECT "kind", "key" FROM "Job" WHERE ${due(store, kinds, at)}
        ORDER BY "dueAt", "kind", "key" LIMIT 1 ${skipLocked})
      RETURNING "kind", "key", "progress", "attempts"`;
  });
  return row === undefined ? null : { ...row, progress: JSON.parse(row.progress ?? "null"), leaseUntil };
}

/** The claim with a lease from now on; unchanged if another process has claimed the job. */
export async function renewLease(store: Store, job: ClaimedJob, at: bigint): Promise<ClaimedJob> {
  const leaseUntil = at + leaseUs;
  if (leaseUntil <= job.leaseUntil) return job;
  const held = await writeTransaction(
    store,
    (transaction) => transaction.$queryRaw<unknown[]>`
      UPDATE "Job" SET "leaseUntil" = ${leaseUntil}
      WHERE "kind" = ${job.kind} AND "key" = ${job.key} AND "state" = 'waiting' AND "leaseUntil" = ${job.leaseUntil}
      RETURNING 1 AS "held"`,
  );
  return held.length === 0 ? job : { ...job, leaseUntil };
}

/** Whether a job of these kinds is due. */
async function isDue(store: Store & { reader: Queries }, kinds: readonly string[], at: bigint): Promise<boolean> {
  const rows = await store.reader.$queryRaw<unknown[]>`SELECT 1 FROM "Job" WHERE ${due(store, kinds, at)} LIMIT 1`;
  return rows.length > 0;
}

function due({ dialect }: Store, kinds: readonly string[], at: bigint): Prisma.Sql {
  return Prisma.sql`"state" = 'waiting' AND "dueAt" <= ${at} AND "leaseUntil" < ${at} AND "kind" IN (${jsonList(dialect, "text", kinds)})`;
}
