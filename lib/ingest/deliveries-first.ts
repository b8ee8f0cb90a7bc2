import "server-only";
import { setTimeout as delay, setImmediate as nextTurn } from "node:timers/promises";
import { ingestion } from "./ingestion";

/** Work deferred for deliveries continues after this time at the latest. */
const maxMs = 20;
const pollIntervalMs = 1;

/** Lets waiting deliveries of this process be answered before long work continues. */
export async function deliveriesFirst(): Promise<void> {
  await nextTurn();
  const deadline = performance.now() + maxMs;
  while (ingestion().waiting > 0 && performance.now() < deadline) await delay(pollIntervalMs);
}
