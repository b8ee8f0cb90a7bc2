import type { Store } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
import type { Outcome } from "@/lib/store/jobs/save-step";

export type { Outcome };

/** One step of a job. */
export interface JobStep {
  store: Store;
  /** The job's key. */
  key: string;
  /** Where the last step ended; null at first. */
  progress: unknown;
  /** Microseconds. */
  at: bigint;
  /**
   * Runs `work` in one write transaction, which also saves its outcome: a step takes effect once, however often its process is
   * killed. Call it exactly once.
   */
  commit(work: (transaction: Statements) => Promise<Outcome>): Promise<void>;
}

/** A kind of work in the background. */
export interface JobKind {
  name: string;
  /** Holds the write lock for at most about 50 ms. If it throws, the step is retried later. */
  run(step: JobStep): Promise<void>;
}
