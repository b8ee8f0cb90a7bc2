import { log } from "@/lib/log/log";
import type { Instant } from "@/lib/time/instant";

const pauseMs = 500;

/** Counts requests with a missing or wrong token, with at most two writes a second and one log line a minute. */
export class RefusedCalls {
  readonly #save: (count: number, lastAt: Instant) => void;
  #unsaved = 0;
  #lastAt: Instant = 0n;

  /** @param save adds to the stored counter */
  constructor(save: (count: number, lastAt: Instant) => void) {
    this.#save = save;
  }

  count(at: Instant): void {
    this.#lastAt = at;
    this.#unsaved += 1;
    if (this.#unsaved === 1) setTimeout(() => this.#flush(), pauseMs);
  }

  #flush(): void {
    this.#save(this.#unsaved, this.#lastAt);
    log().warn({ count: this.#unsaved }, "Refused a request to the webhook: its token is missing or wrong");
    this.#unsaved = 0;
  }
}
