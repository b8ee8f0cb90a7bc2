import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { runDueJobs } from "@/lib/jobs/run-due-jobs";
import { log } from "@/lib/log/log";
import { store } from "@/lib/store/connection/client";
import { writeTransaction } from "@/lib/store/connection/write-transaction";
import { ensureJob } from "@/lib/store/jobs/queue-job";
import { jobKinds, recurringJobs } from "./job-kinds";

const everyMs = 1000;
/** A step is short; between steps, ingestion has the write lock. */
const pauseBetweenStepsMs = 5;

/** Runs due jobs for the lifetime of the process. */
export async function runJobsInBackground(): Promise<never> {
  let isPrepared = false;
  for (;;) {
    try {
      if (!isPrepared) await ensureRecurringJobs();
      isPrepared = true;
      await runDueJobs(store(), { kinds: jobKinds, pauseMs: pauseBetweenStepsMs });
    } catch (error) {
      // The database is unavailable or busy: retried in the next run.
      log().error({ err: error }, "Jobs could not run");
    }
    await pause(everyMs, undefined, { ref: false });
  }
}

/** Queues the recurring jobs that this installation does not have yet. */
export async function ensureRecurringJobs(): Promise<void> {
  await writeTransaction(store(), async (transaction) => {
    for (const job of recurringJobs) await ensureJob(transaction, job);
  });
}
