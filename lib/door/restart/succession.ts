import "server-only";
import type { NextDoor } from "./next-door";

/**
 * The process that answers requests during a restart: first this one, then for a moment none, then the next one. Requests of that
 * moment wait, and are answered by the next one, or by this one if the restart fails.
 */
export class Succession {
  #next: Promise<NextDoor | null> | null = null;
  #nextDoor: NextDoor | null = null;

  /** Resolves with the next process, or with null if this one continues. Null without a restart. */
  get next(): Promise<NextDoor | null> | null {
    return this.#next;
  }

  /** The next process, once it has taken over. */
  get nextDoor(): NextDoor | null {
    return this.#nextDoor;
  }

  /** Makes requests wait until the returned function is called. */
  hold(): (next: NextDoor | null) => void {
    const { promise, resolve } = Promise.withResolvers<NextDoor | null>();
    this.#next = promise;
    return (next) => {
      this.#nextDoor = next;
      if (next === null) this.#next = null;
      resolve(next);
    };
  }
}
