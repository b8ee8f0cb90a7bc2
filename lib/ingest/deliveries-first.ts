import "server-only";
import { setTimeout as delay, setImmediate as nextTurn } from "node:timers/promises";
import { ingestion } from "./ingestion";

/** What is put off for deliveries goes on after this long all the same, slowly. */
const longestMs = 20;
const lookMs = 1;

/** Lets the deliveries that wait in this process be answered before long work goes on beside them. */
export async function deliveriesFirst(): Promise<void> {
  await nextTurn();
  const deadline = performance.now() + longestMs;
  while (ingestion().waiting > 0 && performance.now() < deadline) await delay(lookMs);
}
