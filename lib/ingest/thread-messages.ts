import type { Commit } from "./ingest-metrics";
import type { WebhookCall, WebhookReply } from "./webhook-call";

/** What the server tells its ingest thread. */
export type ToThread =
  | {
      kind: "calls";
      /** Bodies are parts of `bytes`, one behind the other in the order of `calls`. */
      bytes: Uint8Array;
      calls: NumberedCall[];
      secrets: readonly string[];
    }
  /** Somebody waits to read what is not folded yet. */
  | { kind: "hurry" }
  /** Asks for the write lock, to write over a connection of the server's own. */
  | { kind: "lock"; number: number }
  | { kind: "unlock"; number: number };

export interface NumberedCall extends Omit<WebhookCall, "body"> {
  number: number;
  byteLength: number;
}

/** What the ingest thread tells the server. */
export type FromThread =
  | { kind: "ready" }
  /** `commits` are those of which nothing was told yet. */
  | { kind: "replies"; replies: NumberedReply[]; commits: Commit[] }
  /** Conversations have changed. */
  | { kind: "folded" }
  | { kind: "locked"; number: number };

export interface NumberedReply {
  number: number;
  reply: WebhookReply;
}
