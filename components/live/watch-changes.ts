import type { Changes } from "@/lib/api/schemas/changes";
import { openStream } from "./open-stream";
import { pollChanges } from "./poll-changes";
import { whileVisible } from "./while-visible";

export type LiveState = "connecting" | "live" | "polling" | "offline";

interface Watcher {
  /** The watch begins: changes from here on are told, what was loaded before may have missed some. */
  onStart: () => void;
  onChanges: (changes: Changes) => void;
  onState: (state: LiveState) => void;
}

/** One way to follow changes: continues after `cursor()` and hands each to `take`. */
export interface Follower {
  cursor: () => string | null;
  take: (changes: Changes) => void;
  onState: (state: LiveState) => void;
}

/** A browser opens only six connections to a server: pages that are out of sight this long give theirs back. */
const HIDDEN_FOR_MS = 20_000;

/**
 * Follows what is stored: over one stream, or by polling with the same cursor while streaming fails. Each continues where
 * the other stopped, also after the page was out of sight, so that nothing is missed in between.
 *
 * @returns ends it
 */
export function watchChanges(watcher: Watcher): () => void {
  let cursor: string | null = null;
  let stop: (() => void) | null = null;

  const follower: Follower = {
    cursor: () => cursor,
    onState: watcher.onState,
    take: (changes) => {
      // A cursor lower than before is of a database that was replaced: all that is shown may be of the old one.
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
