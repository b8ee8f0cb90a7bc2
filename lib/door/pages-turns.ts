import "server-only";

interface Options {
  /** Waits for a turn in the queue of writes to SQLite. Resolves with a function that ends it. */
  lock(): Promise<() => void>;
  /** Tells the pages that they have the turn. */
  onTurn(): void;
  /** Called when a turn was revoked: the pages may be frozen, possibly within a transaction. */
  onExpired(): void;
}

/** The pages' writes take milliseconds. Deliveries wait for 2.5 s. */
const maxTurnMs = 800;

/**
 * The page server's turns in the door's queue of writes to SQLite. A turn that takes too long is revoked, and the page server is
 * stopped.
 */
export class PagesTurns {
  readonly #options: Options;
  /** Ends the current or requested turn. */
  #end: (() => void) | null = null;

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
    const acquired = await this.#options.lock();
    if (hasEnded) return acquired();
    release = acquired;
    timer = setTimeout(() => {
      end();
      this.#options.onExpired();
    }, maxTurnMs);
    this.#options.onTurn();
  }

  /** The pages are done, or have exited. */
  end(): void {
    this.#end?.();
  }
}
