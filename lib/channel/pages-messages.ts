import type { Commit, FailedCommit } from "@/lib/channel/commit";

/** Set by the door for the page server. */
export const doorVariable = "PLAYHEAD_BEHIND_DOOR";

/** Messages from the page server to the door. */
export type FromPages =
  | { kind: "ready"; port: number }
  /** Requests a turn to write to SQLite. One at a time. */
  | { kind: "lock" }
  /** The turn is used: from now on the pages may have SQLite's lock. */
  | { kind: "writing" }
  | { kind: "unlock" }
  /** The accepted webhook tokens have changed. */
  | { kind: "tokens changed" }
  /** The pages have stored deliveries themselves: samples or reprocessed ones. */
  | { kind: "committed"; commit: Commit }
  | { kind: "commit failed"; failed: FailedCommit }
  | { kind: "pong"; liveViewers: number };

/** Messages from the door to the page server. */
export type ToPages =
  /** Conversations have changed. */
  | { kind: "projected" }
  /** A turn to write to SQLite, which begins before `until` (`monotonicMs`) or not at all. */
  | { kind: "locked"; until: number }
  | { kind: "ping" }
  /** Answer open requests, then exit. */
  | { kind: "stop" };
