import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "@/lib/errors/app-error";
import { foldPending } from "./fold-pending";
import type { Store } from "./open-store";

/** Longer than a busy writer of another process leaves events unfolded, unless deliveries never cease to wait there. */
const patienceMs = 600;
const pauseMs = 5;

/**
 * Resolves when every event that is acknowledged by now is in its conversation's state, so that what is read next shows it.
 * Nearly always that is so already; a writer under load does it a moment later, and what a killed one left is done here.
 *
 * @throws AppError database_busy, when some are not and nothing can be written now: what there is to read would be an old state
 */
export async function caughtUp(store: Store): Promise<void> {
  const { event: acknowledged, folded } = await readMarks(store);
  if (folded >= acknowledged) return;
  store.wantFolded();
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    await delay(pauseMs);
    if ((await readMarks(store)).folded >= acknowledged) return;
  }
  try {
    await foldPending(store);
  } catch (error) {
    const reason = "What was received last cannot be shown yet: the database takes nothing at present. Try again soon.";
    throw new AppError("database_busy", reason, { cause: error });
  }
}

async function readMarks({ reader }: Store): Promise<{ event: bigint; folded: bigint }> {
  const clock = await reader.writerClock.findUnique({
    where: { id: 1 },
    select: { eventId: true, foldedEventId: true },
  });
  return { event: clock?.eventId ?? 0n, folded: clock?.foldedEventId ?? 0n };
}
