import "server-only";
import { store } from "@/lib/store/connection/client";
import { rebuildInBackground } from "@/lib/store/projections/rebuild/rebuild-in-background";
import { waitForProjection } from "@/lib/store/projections/wait-for-projection";
import { pruneAll } from "./prune-in-background";

/**
 * Does once what a server does all the time: derives what is waiting, rebuilds what a new version reads differently, and prunes. What
 * is left when `signal` is aborted is for the next time.
 *
 * @returns how many deliveries lost their body
 */
export async function runJobs(signal: AbortSignal): Promise<{ pruned: number }> {
  await waitForProjection(store());
  await rebuildInBackground(store(), signal);
  return { pruned: await pruneAll(signal) };
}
