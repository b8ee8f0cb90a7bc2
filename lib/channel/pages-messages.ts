import type { Commit, FailedCommit } from "@/lib/channel/commit";

/** Set by the door for its pages, so that they know there is one. */
export const doorVariable = "PLAYHEAD_BEHIND_DOOR";

/** What the pages tell the door. */
export type FromPages =
  | { kind: "ready"; port: number }
  /** Asks for a turn to write to SQLite. One at a time. */
  | { kind: "lock" }
  | { kind: "unlock" }
  /** The accepted webhook tokens have changed. */
  | { kind: "tokens changed" }
  /** The pages have stored deliveries themselves: samples, and what was reprocessed. */
  | { kind: "committed"; commit: Commit }
  | { kind: "commit failed"; failed: FailedCommit }
  | { kind: "pong"; liveViewers: number };

/** What the door tells the pages. */
export type ToPages =
  /** Conversations have changed. */
  | { kind: "projected" }
  | { kind: "locked" }
  | { kind: "ping" }
  /** Answer what is in flight, then end. */
  | { kind: "stop" };
