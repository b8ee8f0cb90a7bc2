import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { env } from "@/lib/env/env";
import { log } from "@/lib/log/log";
import { store } from "@/lib/store/connection/client";
import { pruneBodies } from "@/lib/store/log/prune-bodies";
import { now } from "@/lib/time/instant";

const dayInMicroseconds = 86_400_000_000n;
/** A step holds the write lock for some milliseconds; between steps, ingestion has it. */
const deliveriesAStep = 500;
const pauseBetweenStepsMs = 200;
const firstAfterMs = 60_000;
const everyMs = 10 * 60_000;

/** Deletes the bodies of good deliveries after `DELIVERY_BODY_DAYS`, in small steps, for the lifetime of the process. */
export async function pruneInBackground(): Promise<never> {
  await pause(firstAfterMs, undefined, { ref: false });
  for (;;) {
    try {
      await pruneAll();
    } catch (error) {
      // The database is unavailable or busy: retried in the next run.
      log().error({ err: error }, "Old bodies could not be deleted");
    }
    await pause(everyMs, undefined, { ref: false });
  }
}

/** Prunes all that is old enough now, or what it can until `signal` is aborted. Returns how many deliveries lost their body. */
export async function pruneAll(signal?: AbortSignal): Promise<number> {
  const before = now() - BigInt(env().deliveryBodyDays) * dayInMicroseconds;
  let pruned = 0;
  for (;;) {
    const step = await pruneBodies(store(), before, deliveriesAStep);
    pruned += step.pruned;
    if (!step.more || signal?.aborted) return pruned;
    await pause(pauseBetweenStepsMs, undefined, { ref: false });
  }
}
