import "server-only";
import type { Store } from "@/lib/store/connection/open-store";
import { type ClaimedJob, renewLease } from "@/lib/store/jobs/claim-job";

/** Renews a job's lease while a step runs, so that no other process claims the job during a long one. */
export class HeldLease {
  readonly #timer: NodeJS.Timeout;
  #claim: ClaimedJob;
  #renewal: Promise<void> = Promise.resolve();

  constructor(store: Store, claim: ClaimedJob, { everyMs, now }: { everyMs: number; now: () => bigint }) {
    this.#claim = claim;
    this.#timer = setInterval(() => {
      this.#renewal = this.#renewal.then(async () => {
        // If the database is away, or the lease is lost, then saving the step fails and says why.
        this.#claim = await renewLease(store, this.#claim, now()).catch(() => this.#claim);
      });
    }, everyMs);
  }

  /** Stops renewing. Returns the claim with the current lease. */
  async end(): Promise<ClaimedJob> {
    clearInterval(this.#timer);
    await this.#renewal;
    return this.#claim;
  }
}
