import "server-only";
import { server } from "@/lib/audit/actor";
import { audit } from "@/lib/audit/audit";
import { failErasure } from "@/lib/store/erasure/erasures";
import type { ErasurePhase, ErasureProgress } from "../erasure-progress";
import { begin, type ErasureStep } from "./erasure-step";

/** What was erased in full when a legal hold stopped the erasure in a phase, or is recognized by its tombstones. */
const repeated: Partial<Record<ErasurePhase, readonly ErasurePhase[]>> = {
  events: ["events", "fold"],
  duplicates: ["events", "duplicates", "fold"],
  quarantine: ["events", "duplicates", "fold"],
  deliveries: ["events", "duplicates", "fold", "quarantine", "deliveries"],
  traces: ["events", "duplicates", "fold", "quarantine", "deliveries"],
  logs: ["events", "duplicates", "fold", "quarantine", "deliveries", "traces"],
};

/** Whether only what has a tombstone is erased: the journal says that a legal hold stopped the erasure. */
export function isPartial({ isAgain, stoppedIn }: ErasureProgress): boolean {
  return isAgain && stoppedIn !== null;
}

/** The phase of an erasure that is applied again: phases that the first run did not reach are left out. */
export function phaseAgain({ phase, stoppedIn }: ErasureProgress): Partial<ErasureProgress> | null {
  if (phase === "verify" || (stoppedIn !== null && repeated[stoppedIn]?.includes(phase))) return null;
  // What is derived from the events is brought up to date before it ends.
  return begin(phase === "duplicates" ? "fold" : "verify");
}

/** Ends it as it ended the first time: without a receipt. */
export async function endPartly({ job }: ErasureStep): Promise<void> {
  await job.commit(async (transaction) => {
    const reason = "A legal hold stopped this; what was erased by then was erased again.";
    await failErasure(transaction, job.key, reason);
    const subject = { type: "erasure", id: job.key } as const;
    await audit({ records: transaction }, server, { action: "erasure.fail", subject });
    return { done: true };
  });
}
