import { foldPendingInSteps } from "@/lib/store/fold-pending";
import type { Store } from "@/lib/store/open-store";
import { traced } from "@/lib/trace/trace";

/** How long events of a busy time, and how many, may be in the log before their conversations know of them. */
const longestMs = 400;
const mostEvents = 1000;

/**
 * Folds what a writer under load has only appended. Folding costs more than appending, and a conversation's row is as dear to
 * write for ten events as for one. Readers wait for it: lib/store/caught-up.ts.
 */
export class LaterFolding {
  readonly #store: Store;
  readonly #onDue: () => void;
  #events = 0;
  #timer: NodeJS.Timeout | null = null;
  #isDue = false;
  #isUrgent = false;
  #folding: AsyncGenerator<void, void> | null = null;

  /** @param onDue called when `isDue` becomes true */
  constructor(store: Store, onDue: () => void) {
    this.#store = store;
    this.#onDue = onDue;
  }

  /** Whether `step` is to be called when nothing else is waiting. */
  get isDue(): boolean {
    return this.#isDue || this.#folding !== null;
  }

  /** Whether `step` is to be called before anything else is stored: somebody waits, or it was due once more meanwhile. */
  get isUrgent(): boolean {
    return this.#isUrgent;
  }

  /** Notes that events were stored that wait to be folded. */
  leave(events: number): void {
    this.#events += events;
    if (this.#events >= mostEvents) this.#becomeDue();
    else this.#timer ??= setTimeout(() => this.#becomeDue(), longestMs);
  }

  /** Makes it due at once, where anything is left. */
  hurry(): void {
    if (this.#timer === null && !this.isDue) return;
    this.#isUrgent = true;
    this.#becomeDue();
  }

  /**
   * Folds some of what waited when it became due; returns whether that was the last of it. While the database takes nothing it
   * is tried again later.
   */
  async step(): Promise<boolean> {
    if (this.#folding === null) {
      this.#isDue = false;
      this.#events = 0;
      this.#folding = foldPendingInSteps(this.#store);
    }
    try {
      const folding = this.#folding;
      const { done = false } = await traced("project", () => folding.next());
      if (done) this.#end();
      return done;
    } catch {
      this.#end();
      this.leave(0);
      return false;
    }
  }

  #end(): void {
    this.#folding = null;
    // Whoever waits may wait for what came since it began.
    this.#isUrgent &&= this.#isDue;
  }

  #becomeDue(): void {
    if (this.isDue) this.#isUrgent = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#isDue = true;
    this.#onDue();
  }
}
