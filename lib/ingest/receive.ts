import "server-only";
import { env } from "@/lib/env/env";
import { now } from "@/lib/time/instant";
import { ingestMetrics } from "./ingest-metrics";
import { ingestion } from "./ingestion";
import { readBody } from "./read-body";
import { countRefusedCall } from "./refused-calls";
import { sentTokens } from "./token-candidates";
import { failure, type WebhookReply } from "./webhook-call";

/** A request to the webhook. */
interface WebhookRequest {
  headers: Headers;
  query: URLSearchParams | null;
  body: ReadableStream<Uint8Array> | null;
}

/**
 * Receives a request to the webhook: contract.md, "The webhook". Its body is read here; the rest is done where the process
 * ingests. The answer comes after the commit; a wrong token leaves no trace but a counter.
 */
export async function receive(request: WebhookRequest): Promise<WebhookReply> {
  const reply = await answer(request);
  ingestMetrics().countReply(reply.status);
  return reply;
}

async function answer({ headers, query, body }: WebhookRequest): Promise<WebhookReply> {
  const receivedAt = now();
  const reading = await readBody(body, headers, env().maxBodyBytes);
  if (!reading.ok) return failure(reading.status, reading.reason);
  const reply = await ingestion().answer({
    receivedAt,
    contentType: headers.get("content-type"),
    sentTokens: sentTokens((name) => headers.get(name), query),
    body: reading.bytes,
    notUnpacked: reading.notUnpacked,
  });
  if (reply.status === 401) countRefusedCall(receivedAt);
  return reply;
}
