import "server-only";
import { store } from "@/lib/store/client";
import { addRefusedCalls } from "@/lib/store/refused-calls";
import type { Instant } from "@/lib/time/instant";

const pauseMs = 500;

// On globalThis, because Next bundles the routes apart.
const shared = globalThis as typeof globalThis & { playheadRefusedCalls?: number };

/** Counts a call with a wrong token. Written at most twice a second, so that guessing costs the database nothing. */
export function countRefusedCall(at: Instant): void {
  const waiting = shared.playheadRefusedCalls ?? 0;
  shared.playheadRefusedCalls = waiting + 1;
  if (waiting === 0) setTimeout(flush, pauseMs, at);
}

async function flush(at: Instant): Promise<void> {
  const count = shared.playheadRefusedCalls ?? 0;
  shared.playheadRefusedCalls = 0;
  // The counter may lose a few calls while the database does not answer.
  await addRefusedCalls(store(), count, at).catch(() => {});
}
