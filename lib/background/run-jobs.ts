import "server-only";
import { runDueJobs } from "@/lib/jobs/run-due-jobs";
import { store } from "@/lib/store/connection/client";
import { rebuildInBackground } from "@/lib/store/projections/rebuild/rebuild-in-background";
import { waitForProjection } from "@/lib/store/projections/wait-for-projection";
import { jobKinds } from "./job-kinds";
import { ensureRecurringJobs } from "./run-jobs-in-background";

/**
 * Does once what a server does all the time: derives what is waiting, rebuilds what a new version reads differently, and runs due
 * jobs. What is left when `signal` is aborted is for the next time.
 *
 * @returns the number of steps of jobs
 */
export async function runJobs(signal: AbortSignal): Promise<{ steps: number }> {
  await waitForProjection(store());
  await rebuildInBackground(store(), signal);
  await ensureRecurringJobs();
  return { steps: await runDueJobs(store(), { kinds: jobKinds, signal }) };
}
