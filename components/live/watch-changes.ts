import type { Changes } from "@/lib/api/schemas/changes";
import { openStream } from "./open-stream";
import { pollChanges } from "./poll-changes";
import { whileVisible } from "./while-visible";

export type LiveState = "connecting" | "live" | "polling" | "offline";

interface Watcher {
  /** Called when the watch begins: changes are reported from here on; data loaded before may have missed some. */
  onStart: () => void;
  onChanges: (changes: Changes) => void;
  onState: (state: LiveState) => void;
}

/** A way of following changes: continues after `cursor()` and passes each change to `take`. */
export interface Follower {
  cursor: () => string | null;
  take: (changes: Changes) => void;
  onState: (state: LiveState) => void;
}

/** Browsers limit connections per server to six: a page hidden this long closes its connection. */
const HIDDEN_FOR_MS = 20_000;

/**
 * Follows stored changes: over one stream, or by polling with the same cursor while streaming fails. Each resumes where the other
 * stopped, also after the page was hidden, so that nothing is missed.
 *
 * @returns a function that stops watching
 */
export function watchChanges(watcher: Watcher): () => void {
  let cursor: string | null = null;
  let stop: (() => void) | null = null;

  const follower: Follower = {
    cursor: () => cursor,
    onState: watcher.onState,
    take: (changes) => {
      // A lower cursor than before means that the database was replaced: everything shown may be outdated.
      const begins = cursor === null || BigInt(changes.cursor) < BigInt(cursor);
      cursor = changes.cursor;
      if (begins) watcher.onStart();
      else watcher.onChanges(changes);
    },
  };
  const stream = () => {
    stop = openStream(follower, poll);
  };
  const poll = () => {
    stop = pollChanges(follower, stream);
  };
  const pause = () => {
    stop?.();
    stop = null;
  };

  const endVisibility = whileVisible({ onShow: stream, onHide: pause, hiddenForMs: HIDDEN_FOR_MS });
  return () => {
    endVisibility();
    pause();
  };
}
