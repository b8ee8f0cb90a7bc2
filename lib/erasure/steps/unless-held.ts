import "server-only";
import { server } from "@/lib/audit/actor";
import { audit } from "@/lib/audit/audit";
import type { JobStep, Outcome } from "@/lib/jobs/job-kind";
import type { Statements } from "@/lib/store/connection/statements";
import { erasureOf, failErasure } from "@/lib/store/erasure/erasures";
import { findHolds } from "@/lib/store/erasure/holds";
import type { Subject } from "@/lib/store/erasure/subject";
import { removeRefusal } from "@/lib/store/erasure/tombstones";
import { allocateIds } from "@/lib/store/log/writer-clock";
import { waitForTurn } from "@/lib/store/projections/projector-turn";
import { type ErasurePhase, type ErasureProgress, writeProgress } from "../erasure-progress";
import { rememberStopped } from "../remember";
import { begin, type ErasureStep } from "./erasure-step";

/** These remove nothing of the person's data. */
const exempt: readonly ErasurePhase[] = ["fold", "forget", "verify"];

/** The step's job, whose commits have no effect once a legal hold was placed: then the erasure ends. */
export function unlessHeld({ job, progress }: ErasureStep): JobStep {
  // What the journal remembers was erased before the hold was placed, or after it was released.
  if (progress.isAgain || exempt.includes(progress.phase)) return job;
  const { dialect } = job.store;
  const commit: JobStep["commit"] = (work) =>
    job.commit(async (transaction): Promise<Outcome> => {
      await waitForTurn(transaction, dialect);
      await allocateIds(transaction);
      const stoppedIn = progress.stoppedIn ?? progress.phase;
      const stop = (reason: string) => stopForHold(transaction, job, { reason, progress: { ...progress, stoppedIn } });
      if (progress.stoppedBy !== null) return stop(progress.stoppedBy);
      const [hold] = await findHolds(transaction, dialect, subjectsOf(progress));
      if (hold === undefined) return work(transaction);
      const isPartial = progress.phase === "events" || progress.phase === "duplicates";
      if (!isPartial) return stop(hold.reason);
      return { next: writeProgress({ ...progress, ...begin("fold"), stoppedBy: hold.reason, stoppedIn }) };
    });
  return { ...job, commit };
}

/** Ends an erasure without a receipt. What it has erased by then is in the journal. */
export async function stopForHold(
  transaction: Statements,
  { key, store }: Pick<JobStep, "key" | "store">,
  { reason, progress }: { reason: string; progress: ErasureProgress },
): Promise<Outcome> {
  const erasure = await erasureOf(transaction, key);
  const { conversations, stoppedIn } = progress;
  if (erasure !== null && stoppedIn !== null) {
    const conversationKeys = conversations.map((each) => each.key);
    await rememberStopped(transaction, store, erasure, { conversationKeys, stoppedIn });
  }
  await failErasure(transaction, key, `A legal hold blocks this: ${reason}`);
  await removeRefusal(transaction, key);
  await audit({ records: transaction }, server, { action: "erasure.fail", subject: { type: "erasure", id: key } });
  return { done: true };
}

function subjectsOf({ visitorKey, conversations }: ErasureProgress): Subject[] {
  const own = conversations.map(({ key }): Subject => ({ subjectType: "conversation", subjectKey: key }));
  return visitorKey === null ? own : [{ subjectType: "visitor", subjectKey: visitorKey }, ...own];
}
