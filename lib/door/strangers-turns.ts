import "server-only";
import pLimit from "p-limit";

/** As many as a browser sends to one server. */
const mostAtOnce = 6;
const mostWaiting = 64;
/** A body that does not come must not keep the neighbors behind the same address waiting. */
const longestTurnMs = 2000;

/**
 * Bounds how many requests without a session one address has at the pages at the same time, so that a flood from one address
 * leaves the pages free for people at other ones.
 */
export class StrangersTurns {
  readonly #lines = new Map<string, ReturnType<typeof pLimit>>();

  /** Waits for a turn. Resolves with what ends it; with null at once when `most` of the address wait already. */
  take(address: string, most = mostWaiting): Promise<(() => void) | null> {
    const line = this.#lines.get(address) ?? pLimit(mostAtOnce);
    if (line.pendingCount >= most) return Promise.resolve(null);
    this.#lines.set(address, line);
    return new Promise((resolve) => {
      const turn = line(
        () =>
          new Promise<void>((end) => {
            const timer = setTimeout(end, longestTurnMs);
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
