import "server-only";
import type { Store } from "@/lib/store/connection/open-store";
import type { Records } from "@/lib/store/records/in-transaction";
import { now } from "@/lib/time/instant";
import type { JobId } from "./queue-job";

/** A job as Settings → System shows it. Times are in microseconds. */
export interface ListedJob extends JobId {
  state: string;
  dueAt: bigint;
  leaseUntil: bigint;
  attempts: number;
  error: string | null;
  changedAt: bigint;
}

/** Dead jobs first, then waiting ones by the time at which they are due, then the latest that are done. */
export async function listJobs({ reader }: Store, limit: number): Promise<ListedJob[]> {
  const select = {
    kind: true,
    key: true,
    state: true,
    dueAt: true,
    leaseUntil: true,
    attempts: true,
    error: true,
    changedAt: true,
  };
  const inState = (state: string, order: { dueAt: "asc" } | { changedAt: "desc" }) =>
    reader.job.findMany({ where: { state }, orderBy: order, take: limit, select });
  const [dead, waiting, done] = await Promise.all([
    inState("dead", { changedAt: "desc" }),
    inState("waiting", { dueAt: "asc" }),
    inState("done", { changedAt: "desc" }),
  ]);
  return [...dead, ...waiting, ...done].slice(0, limit);
}

/** When a job is due, in microseconds; null if it does not wait. */
export async function readDueTime({ reader }: Store, { kind, key }: JobId): Promise<bigint | null> {
  const job = await reader.job.findFirst({ where: { kind, key, state: "waiting" }, select: { dueAt: true } });
  return job?.dueAt ?? null;
}

/** Lets a dead job continue where it failed. `false` if there is none. */
export async function retryJob({ records }: Records, { kind, key }: JobId): Promise<boolean> {
  const at = now();
  const { count } = await records.job.updateMany({
    where: { kind, key, state: "dead" },
    data: { state: "waiting", attempts: 0, dueAt: at, leaseUntil: 0n, changedAt: at },
  });
  return count > 0;
}
