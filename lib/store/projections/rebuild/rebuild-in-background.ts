import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/log/log";
import type { Store } from "@/lib/store/connection/open-store";
import { beginRebuild } from "./rebuild-run";
import { Rebuilder } from "./rebuilder";

/** A step is followed by a pause of this many times its duration, to leave time for ingestion and readers. */
const pausesPerStep = 2;
const shortestPauseMs = 10;
/** Interval for taking over a killed process's rebuild, and for retrying while the database cannot be written. */
const waitMs = 1000;

/**
 * Rebuilds projections whose version in the program is higher than in the database, in the background. Resolves when all are up
 * to date, or soon after `signal` is aborted.
 */
export async function rebuildInBackground(store: Store, signal?: AbortSignal): Promise<void> {
  const rebuilder = new Rebuilder(store);
  let isUnderWay = false;
  while (!signal?.aborted) {
    const startedAt = performance.now();
    let wait = waitMs;
    try {
      if (!isUnderWay) {
        const rebuilt = await beginRebuild(store);
        if (rebuilt.length === 0) return;
        isUnderWay = true;
        log().info(`Rebuilding ${rebuilt.map(({ name }) => name).join(", ")} in the background`);
      }
      const { kind } = await rebuilder.step();
      if (kind === "ended") return log().info("The rebuild is complete");
      if (kind === "went on") wait = Math.max(shortestPauseMs, pausesPerStep * (performance.now() - startedAt));
    } catch (error) {
      if (signal?.aborted) return;
      log().error({ err: error }, "The rebuild waits");
    }
    await pause(wait, undefined, { ref: false, signal }).catch(() => {});
  }
}
