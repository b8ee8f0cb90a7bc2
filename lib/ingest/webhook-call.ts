import type { NewDelivery, StoredDelivery } from "@/lib/store/new-delivery";
import type { TokenCandidate } from "./token-candidates";

/** A call of the webhook whose body is read, before anybody looked into it. Plain data: it goes to another thread. */
export interface WebhookCall {
  /** Microseconds. */
  receivedAt: bigint;
  contentType: string | null;
  /** What its headers and its address offer as the token. */
  sentTokens: readonly TokenCandidate[];
  /** Unpacked; as it was sent where `notUnpacked` says why. */
  body: Uint8Array;
  notUnpacked: string | null;
}

/** The answer to it. Plain data too. */
export interface WebhookReply {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** What became of it in the database; null when nothing was stored. */
  stored: (Omit<StoredDelivery, "id"> & { verdict: NewDelivery["verdict"] }) | null;
}

const retryAfterSeconds = 2;

/** Nothing could be committed in time, and the sender should come again. */
export function busy(): WebhookReply {
  const { headers, ...rest } = failure(503, "The database cannot store the delivery now; please send it again");
  return { ...rest, headers: { ...headers, "retry-after": String(retryAfterSeconds) } };
}

/** Nothing was stored, and why. */
export function failure(status: number, error: string): WebhookReply {
  return { ...jsonReply(status, { error }), stored: null };
}

export function jsonReply(status: number, value: unknown): Omit<WebhookReply, "stored"> {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}
