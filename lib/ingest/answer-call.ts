import "server-only";
import { type DecodedBody, decodeBody } from "./decode-body";
import { matchToken } from "./match-token";
import { prepareDelivery } from "./prepare-delivery";
import { tokensInText } from "./scan-for-token";
import { textOf } from "./text-of";
import { busy, failure, jsonReply, type WebhookCall, type WebhookReply } from "./webhook-call";
import type { WriteOutcome, Writer } from "./writer";

/** What is needed to answer a call, besides the call. */
export interface Desk {
  writer: Writer;
  /** The tokens that are accepted at present. */
  secrets: readonly string[];
  /** contract.md, `WEBHOOK_REPLY`. */
  webhookReply: "json" | "text";
}

/**
 * Answers a call of the webhook: contract.md, "The webhook". The answer comes after the commit; a wrong token leaves no
 * trace, and whatever a hostile sender makes up ends in a 4xx.
 */
export async function answerCall(call: WebhookCall, { writer, secrets, webhookReply }: Desk): Promise<WebhookReply> {
  const { body, notUnpacked, sentTokens, receivedAt, contentType } = call;
  const decoded = withReason(decodeBody(body), notUnpacked);
  const inBody = tokensInText(textOf(body).text).map((token) => ({ token, place: "body" }));
  const match = matchToken([...inBody, ...sentTokens], secrets);
  if (match === null) return failure(401, "The token is missing or wrong");
  const readable = isToken(decoded, match.token) ? withoutEvents(decoded) : decoded;
  const origin = { receivedAt, source: "webhook", tokenPlace: match.place, contentType, secrets } as const;
  return reply(await writer.submit(prepareDelivery(body, origin, readable)), match.token, webhookReply);
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
  if (!outcome.ok) return busy();
  const { verdict, reason } = outcome.delivery;
  const { id, ...counts } = outcome.stored;
  const stored = { verdict, ...counts };
  if (verdict === "quarantined") {
    return { ...jsonReply(400, { error: reason ?? "The delivery is not readable", delivery: String(id) }), stored };
  }
  if (format === "text") {
    return { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: token, stored };
  }
  return { ...jsonReply(200, verdict === "test" ? { token } : { token, ...counts }), stored };
}
