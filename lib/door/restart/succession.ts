import "server-only";
import type { NextDoor } from "./next-door";

/**
 * Who answers during a restart: this process, then for a moment nobody, then the next one. What arrives in that moment waits, and
 * is answered by the next one, or by this one when the restart fails.
 */
export class Succession {
  #next: Promise<NextDoor | null> | null = null;
  #nextDoor: NextDoor | null = null;

  /** Resolves with the next one; with null when it is this one again. Null when there is no restart. */
  get next(): Promise<NextDoor | null> | null {
    return this.#next;
  }

  /** The next one, once it has taken over. */
  get nextDoor(): NextDoor | null {
    return this.#nextDoor;
  }

  /** Lets everything wait until the function is called that this returns. */
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
