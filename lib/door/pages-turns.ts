import "server-only";
import { monotonicMs } from "@/lib/time/monotonic";

interface Options {
  /** Waits for a turn in the queue of writes to SQLite. Resolves with a function that ends it. */
  lock(): Promise<() => void>;
  /** Tells the pages that they have the turn if they begin to write before `until` (`monotonicMs`). */
  onTurn(until: number): void;
  /** Called when a turn that the pages use was revoked: they may be frozen within a transaction. */
  onExpired(): void;
}

/** The pages' writes take milliseconds. Deliveries wait for 2.5 s. */
const maxTurnMs = 800;
/** How long busy pages may take to begin. A turn that was not used is revoked without consequences. */
const maxStartMs = maxTurnMs / 2;

/**
 * The page server's turns in the door's queue of writes to SQLite. A turn that takes too long is revoked, and the page server is
 * stopped if it uses the turn and gives no sign of life.
 */
export class PagesTurns {
  readonly #options: Options;
  /** Ends the current or requested turn. */
  #end: (() => void) | null = null;
  #isUsed = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** The pages request a turn. */
  async ask(): Promise<void> {
    this.end();
    let hasEnded = false;
    let release = () => {};
    let timer: NodeJS.Timeout | undefined;
    const end = () => {
      hasEnded = true;
      clearTimeout(timer);
      release();
      if (this.#end === end) this.#end = null;
    };
    this.#end = end;
    this.#isUsed = false;
    const acquired = await this.#options.lock();
    if (hasEnded) return acquired();
    release = acquired;
    timer = setTimeout(() => {
      end();
      if (this.#isUsed) this.#options.onExpired();
    }, maxTurnMs);
    this.#options.onTurn(monotonicMs() + maxStartMs);
  }

  /** The pages begin to write. */
  use(): void {
    this.#isUsed = true;
  }

  /** The pages are done, or have exited. */
  end(): void {
    this.#end?.();
  }
}
