import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/log/log";
import type { Store } from "@/lib/store/connection/open-store";
import { type ClaimedJob, claimJob } from "@/lib/store/jobs/claim-job";
import { failJob, LostLease, saveStep } from "@/lib/store/jobs/save-step";
import { now as currentTime } from "@/lib/time/instant";
import { HeldLease } from "./held-lease";
import type { JobKind } from "./job-kind";

interface Options {
  kinds: readonly JobKind[];
  /** The clock, in microseconds. */
  now?: () => bigint;
  /** Stops between two steps; the job continues in another run. */
  signal?: AbortSignal;
  /** Between two steps, for other writers. */
  pauseMs?: number;
  /** How often a running step renews the job's lease. */
  renewEveryMs?: number;
}

/**
 * Runs jobs, one after another, until none is due.
 *
 * @returns the number of steps, including failed ones
 */
export async function runDueJobs(
  store: Store,
  { kinds, now = currentTime, signal, pauseMs = 0, renewEveryMs = 3000 }: Options,
): Promise<number> {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  let steps = 0;
  let job: ClaimedJob | null = null;
  while (!signal?.aborted) {
    job ??= await claimJob(store, [...byName.keys()], now());
    if (job === null) return steps;
    const kind = byName.get(job.kind);
    if (kind === undefined) return steps;
    job = await runStep(store, job, kind, { now, everyMs: renewEveryMs });
    steps += 1;
    await pause(pauseMs, undefined, { ref: false });
  }
  return steps;
}

/** @returns the claim for the next step; null if another job's turn has come */
async function runStep(
  store: Store,
  job: ClaimedJob,
  kind: JobKind,
  { now, everyMs }: { now: () => bigint; everyMs: number },
): Promise<ClaimedJob | null> {
  const lease = new HeldLease(store, job, { everyMs, now });
  let following: ClaimedJob | null = null;
  try {
    await kind.run({
      store,
      key: job.key,
      progress: job.progress,
      at: now(),
      commit: async (work) => {
        following = await saveStep(store, await lease.end(), now(), work);
      },
    });
    return following;
  } catch (error) {
    if (error instanceof LostLease) return null;
    log().error({ err: error, kind: job.kind, key: job.key }, "A job failed and is retried");
    await failJob(store, await lease.end(), now(), error);
    return null;
  } finally {
    await lease.end();
  }
}
