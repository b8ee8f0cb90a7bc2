import { flushSync } from "react-dom";

/**
 * Acts on keys in their order, once the effect that calls this has ended. The page is drawn after each key, since the next one
 * may depend on it.
 */
export function replayKeys(events: readonly KeyboardEvent[], act: (event: KeyboardEvent) => void): void {
  queueMicrotask(() => {
    for (const event of events) flushSync(() => act(event));
  });
}
