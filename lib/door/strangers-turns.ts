import "server-only";
import pLimit from "p-limit";

/** As many as a browser sends to one server. */
const maxAtOnce = 6;
const maxWaiting = 64;
/** A body that does not arrive must not block other clients behind the same address. */
const maxTurnMs = 2000;

/**
 * Limits the concurrent requests without a session per address, so that a flood from one address does not block people at other
 * ones.
 */
export class StrangersTurns {
  readonly #lines = new Map<string, ReturnType<typeof pLimit>>();

  /**
   * Waits for a turn. Resolves with a function that ends it, or immediately with null if `limit` requests of the address are
   * waiting.
   */
  take(address: string, limit = maxWaiting): Promise<(() => void) | null> {
    const line = this.#lines.get(address) ?? pLimit(maxAtOnce);
    if (line.pendingCount >= limit) return Promise.resolve(null);
    this.#lines.set(address, line);
    return new Promise((resolve) => {
      const turn = line(
        () =>
          new Promise<void>((end) => {
            const timer = setTimeout(end, maxTurnMs);
            resolve(() => {
              clearTimeout(timer);
              end();
            });
          }),
      );
      void turn.then(() => line.activeCount + line.pendingCount === 0 && this.#lines.delete(address));
    });
  }
}
