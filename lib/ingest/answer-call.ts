import "server-only";
import { type DecodedBody, decodeBody } from "@/lib/ingest/body/decode-body";
import { prepareDelivery } from "@/lib/ingest/body/prepare-delivery";
import { storedReply } from "./stored-reply";
import { busy, type WebhookCall, type WebhookReply } from "./webhook-call";
import type { WriteOutcome, Writer } from "./writer";

/** What is needed to answer a call, besides the call. */
export interface Desk {
  writer: Writer;
  /** The tokens that must not be stored. */
  secrets: readonly string[];
  /** contract.md, `WEBHOOK_REPLY`. */
  webhookReply: "json" | "text";
}

/**
 * Parses and stores a call whose token is right, and words its answer: contract.md, "The webhook". The answer comes after the
 * commit. Whatever a sender makes up ends in a 4xx.
 */
export async function answerCall(call: WebhookCall, { writer, secrets, webhookReply }: Desk): Promise<WebhookReply> {
  const { body, notUnpacked, token, receivedAt, deadline, contentType, headers } = call;
  const decoded = withReason(decodeBody(body), notUnpacked);
  const readable = isToken(decoded, token.token) ? withoutEvents(decoded) : decoded;
  const origin = { receivedAt, source: "webhook", tokenPlace: token.place, contentType, headers, secrets } as const;
  return reply(await writer.submit(prepareDelivery(body, origin, readable), deadline), token.token, webhookReply);
}

/** A body that is nothing but the token is a test call. */
function isToken({ source, ...body }: DecodedBody, token: string): boolean {
  return body.ok ? body.value === token : source.text.trim() === token;
}

function withoutEvents({ source }: DecodedBody): DecodedBody {
  return { ok: true, source, value: undefined };
}

/** That a body should have been packed explains it better than that its bytes are no JSON. */
function withReason(decoded: DecodedBody, reason: string | null): DecodedBody {
  return decoded.ok || reason === null ? decoded : { ...decoded, reason };
}

function reply(outcome: WriteOutcome, token: string, format: Desk["webhookReply"]): WebhookReply {
  if (!outcome.ok) return busy(outcome.failure ?? undefined);
  const { verdict } = outcome.delivery;
  const { id, ...counts } = outcome.stored;
  return {
    ...storedReply({ ...outcome.delivery, ...outcome.stored }, token, format),
    stored: { verdict, ...counts },
    refusal: null,
  };
}
