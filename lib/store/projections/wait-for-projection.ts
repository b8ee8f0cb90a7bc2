import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import type { Store } from "@/lib/store/connection/open-store";
import { type Marks, readMarks } from "./projector-turn";

/** The longest wait in milliseconds, and the longest without progress. */
const usualMs = 1000;
const lookEveryMs = 20;

/** The projector's position when a wait timed out. */
const stuckAt = new WeakMap<Store, bigint>();

/** Concurrent callers share one read of the database. */
const looks = new WeakMap<Store, Promise<Marks>>();

/**
 * Read-your-writes: resolves when everything currently in the log is projected, so that the next read shows it, or after
 * `longestMs`, so that existing data can be read while nothing can be written. Does not wait while the projector is stuck.
 */
export async function waitForProjection(store: Store, { longestMs = usualMs } = {}): Promise<void> {
  const { logged, projected } = await readMarks(store.reader);
  if (projected >= logged || stuckAt.get(store) === projected) return;
  const endsAt = performance.now() + longestMs;
  let [reached, stuckFrom] = [projected, performance.now() + usualMs];
  while (reached < logged && performance.now() < Math.min(endsAt, stuckFrom)) {
    const look = await nextLook(store);
    if (look.projected > reached) [reached, stuckFrom] = [look.projected, performance.now() + usualMs];
  }
  if (performance.now() < stuckFrom) stuckAt.delete(store);
  else stuckAt.set(store, reached);
}

function nextLook(store: Store): Promise<Marks> {
  const shared = looks.get(store);
  if (shared !== undefined) return shared;
  const look = delay(lookEveryMs).then(() => {
    // Later callers wait for the next read.
    looks.delete(store);
    return readMarks(store.reader);
  });
  looks.set(store, look);
  return look;
}
