import type { Instant } from "@/lib/time/instant";

const pauseMs = 500;
const logEveryMs = 60_000;

/** Counts requests with a missing or wrong token. However many come, they cost two writes a second and a line a minute. */
export class RefusedCalls {
  readonly #save: (count: number, lastAt: Instant) => void;
  #unsaved = 0;
  #unlogged = 0;
  #loggedAt = Number.NEGATIVE_INFINITY;
  #lastAt: Instant = 0n;

  /** @param save adds to the stored counter */
  constructor(save: (count: number, lastAt: Instant) => void) {
    this.#save = save;
  }

  count(at: Instant): void {
    this.#lastAt = at;
    this.#unlogged += 1;
    this.#unsaved += 1;
    if (this.#unsaved === 1) setTimeout(() => this.#flush(), pauseMs);
  }

  #flush(): void {
    this.#save(this.#unsaved, this.#lastAt);
    this.#unsaved = 0;
    if (performance.now() - this.#loggedAt < logEveryMs) return;
    console.warn(`Refused ${this.#unlogged} requests to the webhook: their token is missing or wrong.`);
    this.#loggedAt = performance.now();
    this.#unlogged = 0;
  }
}
