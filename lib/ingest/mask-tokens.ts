import { byteCounter } from "./byte-counter";
import type { DecodedBody } from "./decode-body";
import { memberSpans } from "./json-spans";

/**
 * The body with its tokens replaced by as many asterisks, so that every byte keeps its place: each top-level `token`, and
 * where the body is no JSON, each `"token": "…"` that holds one of `accepted`. A body that is nothing but a token too.
 * Returns `bytes` itself when it holds none (docs/support-hunt/webhook.md §1.7).
 */
export function maskTokens(bytes: Uint8Array, body: DecodedBody, accepted: readonly string[]): Uint8Array {
  const spans = body.ok && body.text !== "" ? topLevelTokens(body.text, body.markLength) : looseTokens(bytes, accepted);
  if (spans.length === 0) return bytes;
  const masked = Uint8Array.from(bytes);
  for (const { start, end } of spans) masked.fill(asterisk, start, end);
  return masked;
}

interface Bytes {
  start: number;
  end: number;
}

const asterisk = 0x2a;

function topLevelTokens(text: string, markLength: number): Bytes[] {
  const mayHold = text.includes("token") || text.includes("\\u");
  if (!mayHold || !text.trimStart().startsWith("{")) return [];
  const byteOf = byteCounter(text, markLength);
  return (memberSpans(text).get("token") ?? []).map(({ start, end }) => {
    const quotes = text.startsWith('"', start) ? 1 : 0;
    return { start: byteOf(start + quotes), end: byteOf(end - quotes) };
  });
}

/** Latin-1 gives each byte one sign, so places in the text are places in the bytes. */
function looseTokens(bytes: Uint8Array, accepted: readonly string[]): Bytes[] {
  const text = Buffer.from(bytes).toString("latin1");
  const secrets = accepted.flatMap((token) => [token, JSON.stringify(token).slice(1, -1)]);
  const spans: Bytes[] = [];
  for (const secret of new Set(secrets.map((token) => Buffer.from(token).toString("latin1")))) {
    if (text.trim() === secret) spans.push({ start: text.indexOf(secret), end: text.indexOf(secret) + secret.length });
    for (let at = text.indexOf(`"${secret}`); at !== -1; at = text.indexOf(`"${secret}`, at + 1)) {
      if (/"token"\s*:\s*$/.test(text.slice(0, at).slice(-200)))
        spans.push({ start: at + 1, end: at + 1 + secret.length });
    }
  }
  return spans;
}
