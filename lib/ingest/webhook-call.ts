import type { TokenCandidate } from "@/lib/ingest/tokens/token-candidates";
import type { SentHeaders, StoredDelivery } from "@/lib/store/log/new-delivery";

/** A request to the webhook with a valid token and an unparsed body. Plain data, because it is sent to another thread. */
export interface WebhookCall {
  /** Microseconds. */
  receivedAt: bigint;
  /** The deadline of its reply, on the clock of `monotonicMs`. */
  deadline: number;
  contentType: string | null;
  /** The other headers that are kept. */
  headers: SentHeaders;
  /** The token and its location. */
  token: TokenCandidate;
  /** Decompressed; as sent if `notUnpacked` is set. */
  body: Uint8Array;
  notUnpacked: string | null;
}

/** The reply to a request to the webhook. Also plain data. */
export interface WebhookReply {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** What was stored; null if nothing was. */
  stored: Omit<StoredDelivery, "id" | "reason"> | null;
  /** Why it was not stored, for the log; null if it was. */
  refusal: Refusal | null;
}

export interface Refusal {
  reason: string;
  /** SQLSTATE, or SQLite's error name. */
  code?: string;
}

const retryAfterSeconds = 2;

/** Nothing could be committed in time; the sender should retry. */
export function busy(
  refusal: Refusal = { reason: "No commit in time" },
  error = "The database cannot store the delivery now; please send it again",
): WebhookReply {
  const { headers, ...rest } = failure(503, error);
  return { ...rest, refusal, headers: { ...headers, "retry-after": String(retryAfterSeconds) } };
}

/** A reply that nothing was stored, with the reason. */
export function failure(status: number, error: string): WebhookReply {
  return { ...jsonReply(status, { error }), stored: null, refusal: { reason: error } };
}

export function jsonReply(status: number, value: unknown): Omit<WebhookReply, "stored" | "refusal"> {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}
