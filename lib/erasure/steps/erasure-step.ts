import "server-only";
import type { JobStep, Outcome } from "@/lib/jobs/job-kind";
import type { Statements } from "@/lib/store/connection/statements";
import type { ErasureMode } from "@/lib/store/erasure/erasures";
import { type ErasurePhase, type ErasureProgress, writeProgress } from "../erasure-progress";

/** A step of an erasure that has found its subject. */
export interface ErasureStep {
  job: JobStep;
  mode: ErasureMode;
  /** Only events of this type are erased; null for all. */
  only: string | null;
  progress: ErasureProgress;
}

/** Runs `work` in the step's transaction; it returns what changes in the progress. */
export function advance(
  { job, progress }: ErasureStep,
  work: (transaction: Statements) => Promise<Partial<ErasureProgress>>,
): Promise<void> {
  return job.commit(
    async (transaction): Promise<Outcome> => ({
      next: writeProgress({ ...progress, ...(await work(transaction)) }),
    }),
  );
}

/** The progress at the beginning of a phase. */
export function begin(phase: ErasurePhase): Partial<ErasureProgress> {
  return { phase, place: 0, after: 0n };
}

/** The same for the next conversation; the next phase after the last one. */
export function nextConversation(
  { place, conversations }: ErasureProgress,
  then: ErasurePhase,
): Partial<ErasureProgress> {
  return place + 1 < conversations.length ? { place: place + 1, after: 0n } : begin(then);
}
