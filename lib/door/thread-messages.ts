import type { Commit, FailedCommit } from "@/lib/channel/commit";
import type { WebhookCall, WebhookReply } from "@/lib/ingest/webhook-call";
import type { StoreGauges } from "@/lib/store/admin/read-gauges";
import type { Readiness } from "@/lib/store/connection/readiness";

/** Messages from the door's main thread to its log thread. */
export type ToThread =
  /** Connect to the database. */
  | { kind: "connect" }
  /** Open the log. Before, the thread may only connect. Sent once. */
  | { kind: "open" }
  | {
      kind: "calls";
      /** The bodies of `calls`, concatenated in order. */
      bytes: Uint8Array;
      calls: NumberedCall[];
    }
  /** Another process has appended events. */
  | { kind: "project" }
  /** Requests the write lock, for the pages to write over their own connection. */
  | { kind: "lock"; number: number }
  | { kind: "unlock"; number: number }
  /** The accepted webhook tokens have changed. */
  | { kind: "forget tokens" }
  | { kind: "refused"; count: number; lastAt: bigint }
  /** Asks whether a delivery could be stored now. */
  | { kind: "probe"; number: number }
  /** Asks for the database metrics. */
  | { kind: "read gauges"; number: number }
  /** Asks whether this is the token of an API user. */
  | { kind: "check token"; number: number; token: string }
  /** Finish all work, and close the connections. */
  | { kind: "drain"; number: number };

export interface NumberedCall extends Omit<WebhookCall, "body"> {
  number: number;
  byteLength: number;
}

/** Messages from the log thread to the main thread. */
export type FromThread =
  | { kind: "ready" }
  /** The accepted webhook tokens. */
  | { kind: "tokens"; tokens: readonly string[] }
  /** Each call gets a reply, also after its deadline. `commits` are those not reported yet. */
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
