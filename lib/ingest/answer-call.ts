import "server-only";
import { type DecodedBody, decodeBody } from "@/lib/ingest/body/decode-body";
import { prepareDelivery } from "@/lib/ingest/body/prepare-delivery";
import { storedReply } from "./stored-reply";
import { busy, type WebhookCall, type WebhookReply } from "./webhook-call";
import type { WriteOutcome, Writer } from "./writer";

/** The context needed to process a call. */
export interface CallContext {
  writer: Writer;
  /** Tokens that must not be stored. */
  secrets: readonly string[];
  /** contract.md, `WEBHOOK_REPLY`. */
  webhookReply: "json" | "text";
}

/**
 * Parses and stores a call with a valid token, and builds its reply: contract.md, "The webhook". Resolves after the commit.
 * Whatever a sender makes up ends in a 4xx.
 */
export async function answerCall(
  call: WebhookCall,
  { writer, secrets, webhookReply }: CallContext,
): Promise<WebhookReply> {
  const { body, notUnpacked, token, receivedAt, deadline, contentType, headers } = call;
  const decoded = withReason(decodeBody(body), notUnpacked);
  const readable = isToken(decoded, token.token) ? withoutEvents(decoded) : decoded;
  const origin = { receivedAt, source: "webhook", tokenPlace: token.place, contentType, headers, secrets } as const;
  return reply(await writer.submit(prepareDelivery(body, origin, readable), deadline), token.token, webhookReply);
}

/** A body that consists only of the token is a test call. */
function isToken({ source, ...body }: DecodedBody, token: string): boolean {
  return body.ok ? body.value === token : source.text.trim() === token;
}

function withoutEvents({ source }: DecodedBody): DecodedBody {
  return { ok: true, source, value: undefined };
}

/** Failed decompression is a better explanation than invalid JSON. */
function withReason(decoded: DecodedBody, reason: string | null): DecodedBody {
  return decoded.ok || reason === null ? decoded : { ...decoded, reason };
}

function reply(outcome: WriteOutcome, token: string, format: CallContext["webhookReply"]): WebhookReply {
  if (!outcome.ok) return busy(outcome.failure ?? undefined);
  const { id: _id, reason: _reason, ...stored } = outcome.stored;
  return { ...storedReply(outcome.stored, token, format), stored, refusal: null };
}
