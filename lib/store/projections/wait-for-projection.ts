import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import type { Store } from "@/lib/store/connection/open-store";
import { type Marks, readMarks } from "./projector-turn";

const longestMs = 1000;
const lookEveryMs = 20;

/** Where the projector stood still when somebody waited in vain. */
const stuckAt = new WeakMap<Store, bigint>();

/** All who wait look at the database together. */
const looks = new WeakMap<Store, Promise<Marks>>();

/**
 * Read-your-writes: resolves when everything that is in the log by now is projected, so that what is read next shows it, or after a
 * second, so that what is there can be read while nothing can be written. Where the projector stands still nobody waits.
 */
export async function waitForProjection(store: Store): Promise<void> {
  const { logged, projected } = await readMarks(store.reader);
  if (projected >= logged || stuckAt.get(store) === projected) return;
  const deadline = performance.now() + longestMs;
  let reached = projected;
  while (reached < logged && performance.now() < deadline) {
    reached = (await nextLook(store)).projected;
  }
  if (reached === projected) stuckAt.set(store, projected);
  else stuckAt.delete(store);
}

function nextLook(store: Store): Promise<Marks> {
  const shared = looks.get(store);
  if (shared !== undefined) return shared;
  const look = delay(lookEveryMs).then(() => {
    // Who comes now waits for the next one.
    looks.delete(store);
    return readMarks(store.reader);
  });
  looks.set(store, look);
  return look;
}
