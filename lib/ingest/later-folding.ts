import { foldPending } from "@/lib/store/fold-pending";
import type { Store } from "@/lib/store/open-store";

/** How long events of a busy time, and how many, may be in the log before their conversations know of them. */
const longestMs = 100;
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

  /** @param onDue called when `isDue` becomes true */
  constructor(store: Store, onDue: () => void) {
    this.#store = store;
    this.#onDue = onDue;
  }

  /** Whether `fold` is to be called before anything else is stored. */
  get isDue(): boolean {
    return this.#isDue;
  }

  /** Notes that events were stored that wait to be folded. */
  leave(events: number): void {
    this.#events += events;
    if (this.#events >= mostEvents) this.#becomeDue();
    else this.#timer ??= setTimeout(() => this.#becomeDue(), longestMs);
  }

  /** Makes it due at once, where anything is left. */
  hurry(): void {
    if (this.#timer !== null) this.#becomeDue();
  }

  /** Folds all that waits; returns whether it could. While the database takes nothing it is tried again later. */
  async fold(): Promise<boolean> {
    this.#isDue = false;
    this.#events = 0;
    try {
      await foldPending(this.#store);
      return true;
    } catch {
      this.leave(0);
      return false;
    }
  }

  #becomeDue(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#isDue = true;
    this.#onDue();
  }
}
