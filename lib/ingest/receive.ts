import "server-only";
import type { Readable } from "node:stream";
import { BodyReader } from "@/lib/ingest/body/body-reader";
import { isGzip } from "@/lib/ingest/body/compression-marks";
import { unpackBody } from "@/lib/ingest/body/unpack-body";
import { matchToken } from "@/lib/ingest/tokens/match-token";
import { cannotNameToken, scanForToken, scannedBytes } from "@/lib/ingest/tokens/scan-for-token";
import { sentTokens, type TokenCandidate } from "@/lib/ingest/tokens/token-candidates";
import { log } from "@/lib/log/log";
import type { SentHeaders } from "@/lib/store/log/new-delivery";
import { now } from "@/lib/time/instant";
import { monotonicMs } from "@/lib/time/monotonic";
import { traced } from "@/lib/trace/trace";
import { ingestMetrics } from "./ingest-metrics";
import type { Intake } from "./intake";
import { busy, failure, type WebhookReply } from "./webhook-call";

/** A request to the webhook. */
export interface WebhookRequest {
  header(name: string): string | null;
  query: URLSearchParams | null;
  body: Readable | null;
}

/** How long a body may take to arrive: with a token in a header or the query, and without. */
const timeoutMs = 30_000;
const strangersTimeoutMs = 5_000;
/** Responses are guaranteed within 3 s of the body's end. */
const patienceMs = 2700;
/** More places for a token than any sender uses; each is compared with every accepted token. */
const maxCandidates = 32;

/**
 * Handles a request to the webhook: contract.md, "The webhook". The token is checked first: until a valid one is found, at most
 * 64 kB are read and nothing is decompressed or parsed. The response is sent after the commit; a wrong token only increments a
 * counter.
 */
export async function receive(request: WebhookRequest, intake: Intake): Promise<WebhookReply> {
  const reply = await traced(
    "receive",
    () => answer(request, intake),
    ({ status, stored }) => ({ status, events: stored?.accepted ?? 0, duplicates: stored?.duplicates ?? 0 }),
  );
  const { status, refusal } = reply;
  ingestMetrics().countReply(status);
  // Wrong tokens are also counted for the log: RefusedCalls.
  if (refusal !== null && status !== 401) {
    log().warn({ status, ...(refusal.code && { code: refusal.code }) }, `Refused a delivery: ${refusal.reason}`);
  }
  return reply;
}

async function answer({ header, query, body }: WebhookRequest, intake: Intake): Promise<WebhookReply> {
  const receivedAt = now();
  const accepted = await intake.tokens();
  if (accepted === null) return busy({ reason: "The accepted tokens cannot be read" });
  const { maxBodyBytes } = intake;
  const reader = new BodyReader(body);
  const sent = sentTokens(header, query).slice(0, maxCandidates);
  const token = matchToken(sent, accepted) ?? (await tokenInBody(reader, accepted, intake));
  if (token === null || token === "crowded") {
    const reply = refuse(token, header("content-encoding"), reader);
    reader.discard();
    if (token === null) intake.refused.count(receivedAt);
    return reply;
  }

  const tooLarge = () => failure(413, `The body is larger than ${maxBodyBytes} bytes`);
  if (Number(header("content-length") ?? 0) > maxBodyBytes) return tooLarge();
  const outcome = await reader.read(maxBodyBytes, timeoutMs);
  if (outcome === "limit") return tooLarge();
  if (outcome === "slow") return failure(408, `The body took longer than ${timeoutMs / 1000} s`);
  if (outcome !== "ended") return failure(400, "The connection closed before the whole body arrived");
  const unpacked = await unpackBody(reader.bytes(), header("content-encoding") ?? "", maxBodyBytes);
  if (unpacked === "too large") return tooLarge();
  return intake.answer({
    receivedAt,
    deadline: monotonicMs() + patienceMs,
    contentType: header("content-type"),
    headers: keptHeaders(header),
    token,
    body: unpacked.bytes,
    notUnpacked: unpacked.notUnpacked,
  });
}

/** What tells senders and proxies apart, beside the content type. Nothing that may be a token. */
const keptNames = ["user-agent", "content-length", "content-encoding", "x-forwarded-for"];
const longestHeader = 200;

function keptHeaders(header: WebhookRequest["header"]): SentHeaders {
  return Object.fromEntries(
    keptNames.flatMap((name) => {
      const value = header(name);
      return value === null ? [] : [[name, value.slice(0, longestHeader)]];
    }),
  );
}

/** Searches for the token in the first 64 kB of the body. Null if there is no accepted one. */
async function tokenInBody(
  reader: BodyReader,
  accepted: readonly string[],
  { strangers }: Intake,
): Promise<TokenCandidate | "crowded" | null> {
  const leave = strangers.enter(() => reader.interrupt());
  try {
    const outcome = await reader.read(scannedBytes, strangersTimeoutMs, cannotNameToken);
    if (outcome === "futile") return null;
    const candidates = scanForToken(reader.bytes()).map((token) => ({ token, place: "body" }));
    const match = matchToken(candidates, accepted);
    return match === null && outcome === "crowded" ? outcome : match;
  } finally {
    leave();
  }
}

function refuse(token: "crowded" | null, encoding: string | null, reader: BodyReader): WebhookReply {
  if (token === "crowded") {
    const reason = "Too many requests without a token in a header";
    return busy({ reason }, `${reason}; please send it again`);
  }
  return failure(401, unauthorised(isPacked(encoding, reader), reader.size > scannedBytes));
}

/** By its header, or by its first bytes. */
function isPacked(encoding: string | null, reader: BodyReader): boolean {
  const isAnnounced = (encoding ?? "").split(",").some((name) => !["", "identity"].includes(name.trim().toLowerCase()));
  return isAnnounced || isGzip(reader.bytes());
}

function unauthorised(isPacked: boolean, isLong: boolean): string {
  const inHeader = "send it in the header Authorization, or as ?token= in the URL";
  if (isPacked) {
    return `The token is missing or wrong. Compressed bodies are not searched for a token: ${inHeader}`;
  }
  if (isLong)
    return `The token is missing or wrong. Only the first 64 kB of a body are searched for a token: ${inHeader}`;
  return "The token is missing or wrong";
}
