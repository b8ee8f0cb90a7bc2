import type { Commit, FailedCommit } from "@/lib/channel/commit";
import type { WebhookCall, WebhookReply } from "@/lib/ingest/webhook-call";
import type { StoreGauges } from "@/lib/store/admin/read-gauges";
import type { Readiness } from "@/lib/store/connection/readiness";

/** What the door's main thread tells its log thread. */
export type ToThread =
  /** Asks it to connect to the database already. */
  | { kind: "connect" }
  /** Asks it to open the log. Before, it may only connect. Comes once. */
  | { kind: "open" }
  | {
      kind: "calls";
      /** Bodies are parts of `bytes`, one behind the other in the order of `calls`. */
      bytes: Uint8Array;
      calls: NumberedCall[];
    }
  /** Another process has appended events. */
  | { kind: "project" }
  /** Asks for the write lock, for the pages to write over a connection of their own. */
  | { kind: "lock"; number: number }
  | { kind: "unlock"; number: number }
  /** The accepted webhook tokens have changed. */
  | { kind: "forget tokens" }
  | { kind: "refused"; count: number; lastAt: bigint }
  /** Asks whether a delivery would be stored now. */
  | { kind: "probe"; number: number }
  /** Asks what the database tells of its state. */
  | { kind: "read gauges"; number: number }
  /** Asks whether this is the token of an API user. */
  | { kind: "check token"; number: number; token: string }
  /** Asks it to finish what it has, and to close its connections. */
  | { kind: "drain"; number: number };

export interface NumberedCall extends Omit<WebhookCall, "body"> {
  number: number;
  byteLength: number;
}

/** What the log thread tells the main thread. */
export type FromThread =
  | { kind: "ready" }
  /** The webhook tokens that are accepted from now on. */
  | { kind: "tokens"; tokens: readonly string[] }
  /** Each call gets one, also one that was too late. `commits` are those not reported yet. */
  | { kind: "replies"; replies: NumberedReply[]; commits: Commit[] }
  /** A transaction failed. */
  | { kind: "commit failed"; failed: FailedCommit }
  /** Conversations have changed. */
  | { kind: "projected" }
  | { kind: "locked"; number: number }
  | { kind: "probed"; number: number; readiness: Readiness }
  | { kind: "gauges"; number: number; gauges: StoreGauges }
  | { kind: "checked token"; number: number; isValid: boolean }
  | { kind: "drained"; number: number };

export interface NumberedReply {
  number: number;
  reply: WebhookReply;
}
