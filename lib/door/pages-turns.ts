import "server-only";

interface Options {
  /** Waits for a turn in the queue of SQLite's writes. Resolves with what ends it. */
  lock(): Promise<() => void>;
  /** Tells the pages that it is their turn. */
  onTurn(): void;
  /** Called when a turn was taken back: the pages may be frozen, within a transaction too. */
  onExpired(): void;
}

/** The pages' writes take milliseconds. Deliveries wait for 2.5 s. */
const longestTurnMs = 800;

/** The pages' turns in the door's queue of writes to SQLite. One that takes too long is taken back, and ends with the pages. */
export class PagesTurns {
  readonly #options: Options;
  /** Of the turn that the pages have or wait for. */
  #end: (() => void) | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** The pages ask for a turn. */
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
    }, longestTurnMs);
    this.#options.onTurn();
  }

  /** The pages are done, or gone. */
  end(): void {
    this.#end?.();
  }
}
