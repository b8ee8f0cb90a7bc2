import { flushSync } from "react-dom";

/**
 * Handles keys in order, after the calling effect has ended. The page renders after each key, since the next one may depend on
 * it.
 */
export function replayKeys(events: readonly KeyboardEvent[], act: (event: KeyboardEvent) => void): void {
  queueMicrotask(() => {
    for (const event of events) flushSync(() => act(event));
  });
}
