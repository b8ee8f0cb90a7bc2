import "server-only";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/client";
import { webhookTokens } from "@/lib/store/webhook-tokens";
import { now } from "@/lib/time/instant";
import { decodeBody } from "./decode-body";
import { matchToken } from "./match-token";
import { prepareDelivery } from "./prepare-delivery";
import { readBody } from "./read-body";
import { countRefusedCall } from "./refused-calls";
import { tokenCandidates } from "./token-candidates";
import type { WriteOutcome } from "./writer";
import { writer } from "./writer-of-process";

/** A call of the webhook as it came in. */
export interface WebhookCall {
  headers: Headers;
  query: URLSearchParams;
  body: ReadableStream<Uint8Array> | null;
}

/** The answer to it. */
export interface WebhookReply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const retryAfterSeconds = 2;

/**
 * Receives a call of the webhook: contract.md, "The webhook". The answer comes after the commit; a wrong token leaves no
 * trace but a counter, and whatever a hostile sender makes up ends in a 4xx.
 */
export async function receive({ headers, query, body }: WebhookCall): Promise<WebhookReply> {
  const receivedAt = now();
  const { maxBodyBytes, webhookReply } = env();
  const reading = await readBody(body, headers, maxBodyBytes);
  if (!reading.ok) return failure(reading.status, reading.reason);

  const decoded = decodeBody(reading.bytes);
  const value = decoded.ok ? decoded.value : (decoded.text ?? undefined);
  const secrets = await acceptedTokens();
  if (secrets === null) return busy();
  const match = matchToken(tokenCandidates(value, headers, query), secrets);
  if (match === null) {
    countRefusedCall(receivedAt);
    return failure(401, "The token is missing or wrong");
  }
  const isBareToken = !decoded.ok ? decoded.text?.trim() === match.token : decoded.value === match.token;
  const delivery = prepareDelivery(
    reading.bytes,
    {
      receivedAt,
      source: "webhook",
      tokenPlace: match.place,
      contentType: headers.get("content-type"),
      secrets,
    },
    isBareToken ? { ok: true, text: "", value: undefined, markLength: 0 } : decoded,
  );
  return reply(await writer().submit(delivery), match.token, webhookReply);
}

/** `null` while the database has not said yet which tokens it holds. */
async function acceptedTokens(): Promise<string[] | null> {
  try {
    return [...env().webhookTokens, ...(await webhookTokens(store()))];
  } catch {
    return null;
  }
}

function reply(outcome: WriteOutcome, token: string, format: "json" | "text"): WebhookReply {
  if (!outcome.ok) return busy();
  const { delivery, stored } = outcome;
  if (delivery.verdict === "quarantined") {
    return json(400, { error: delivery.reason ?? "The delivery is not readable", delivery: String(stored.id) });
  }
  if (format === "text") return { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: token };
  if (delivery.verdict === "test") return json(200, { token });
  const { accepted, duplicates, quarantined } = stored;
  return json(200, { token, accepted, duplicates, quarantined });
}

function busy(): WebhookReply {
  const { headers, ...rest } = failure(503, "The database cannot store the delivery now; please send it again");
  return { ...rest, headers: { ...headers, "retry-after": String(retryAfterSeconds) } };
}

function failure(status: number, error: string): WebhookReply {
  return json(status, { error });
}

function json(status: number, value: unknown): WebhookReply {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}
