import type { TokenCandidate } from "@/lib/ingest/tokens/token-candidates";
import type { NewDelivery, SentHeaders, StoredDelivery } from "@/lib/store/log/new-delivery";

/** A request to the webhook whose token is right, and whose body is read but not parsed. Plain data: it goes to another thread. */
export interface WebhookCall {
  /** Microseconds. */
  receivedAt: bigint;
  /** When its answer is too late, on the clock of `monotonicMs`. */
  deadline: number;
  contentType: string | null;
  /** The other headers that are kept. */
  headers: SentHeaders;
  /** The token, and where it was. */
  token: TokenCandidate;
  /** Unpacked; as it was sent where `notUnpacked` says why. */
  body: Uint8Array;
  notUnpacked: string | null;
}

/** The answer to a request to the webhook. Plain data too. */
export interface WebhookReply {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** What became of it in the database; null when nothing was stored. */
  stored: (Omit<StoredDelivery, "id"> & { verdict: NewDelivery["verdict"] }) | null;
  /** Why it was not kept, for the log; null where it was. */
  refusal: Refusal | null;
}

export interface Refusal {
  reason: string;
  /** SQLSTATE, or SQLite's name. */
  code?: string;
}

const retryAfterSeconds = 2;

/** Nothing could be committed in time, and the sender should come again. */
export function busy(
  refusal: Refusal = { reason: "No commit in time" },
  error = "The database cannot store the delivery now; please send it again",
): WebhookReply {
  const { headers, ...rest } = failure(503, error);
  return { ...rest, refusal, headers: { ...headers, "retry-after": String(retryAfterSeconds) } };
}

/** Nothing was stored, and why. */
export function failure(status: number, error: string): WebhookReply {
  return { ...jsonReply(status, { error }), stored: null, refusal: { reason: error } };
}

export function jsonReply(status: number, value: unknown): Omit<WebhookReply, "stored" | "refusal"> {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}
