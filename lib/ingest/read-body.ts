import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";

export type BodyReading =
  /** `notUnpacked` says why the bytes are those that were sent, where a header announces packed ones. */
  { ok: true; bytes: Uint8Array; notUnpacked: string | null } | { ok: false; status: 400 | 408 | 413; reason: string };

const decoders = new Map([
  ["gzip", promisify(gunzip)],
  ["x-gzip", promisify(gunzip)],
  ["deflate", promisify(inflate)],
  ["br", promisify(brotliDecompress)],
]);

/** How long a body may take to arrive. */
const timeoutMs = 30_000;

/**
 * Reads a request's body, never more than `maxBytes` of it, neither as sent nor unpacked: contract.md, `MAX_BODY_BYTES`.
 * What is kept as "the exact bytes" is the unpacked body; one that does not unpack to its last byte is taken as it came, because a
 * proxy may have unpacked it already, and because nothing may be lost: a body that is no Brotli at all may begin like an empty one.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  headers: Headers,
  maxBytes: number,
): Promise<BodyReading> {
  const tooLarge: BodyReading = { ok: false, status: 413, reason: `The body is larger than ${maxBytes} bytes` };
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  if (Number(headers.get("content-length") ?? 0) > maxBytes) return tooLarge;
  if (body === null) return { ok: true, bytes: new Uint8Array(), notUnpacked: null };

  const sent = await collect(body, maxBytes);
  if (sent === "too large") return tooLarge;
  if (sent === "too slow") return { ok: false, status: 408, reason: `The body took longer than ${timeoutMs / 1000} s` };
  if (sent === "broken") return { ok: false, status: 400, reason: "The body broke off" };
  if (encoding === "" || encoding === "identity") return { ok: true, bytes: sent, notUnpacked: null };
  const decode = decoders.get(encoding);
  if (decode === undefined) return { ok: true, bytes: sent, notUnpacked: "The body's content encoding is not known" };
  try {
    // What Node's types do not know: with `info` it tells how much of the input it took.
    const unpacked: unknown = await decode(sent, { maxOutputLength: maxBytes, info: true });
    const { buffer, engine } = unpacked as { buffer: Uint8Array; engine: { bytesWritten: number } };
    if (engine.bytesWritten === sent.byteLength) return { ok: true, bytes: buffer, notUnpacked: null };
    return { ok: true, bytes: sent, notUnpacked: `The body goes on behind the end of its ${encoding}` };
  } catch (error) {
    const isTooLarge = error instanceof RangeError || (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE";
    return isTooLarge ? tooLarge : { ok: true, bytes: sent, notUnpacked: `The body is not ${encoding}` };
  }
}

async function collect(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | "too large" | "too slow" | "broken"> {
  const reader = body.getReader();
  let outcome: "too large" | "too slow" | "broken" = "broken";
  const stop = (reason: typeof outcome) => {
    outcome = reason;
    reader.cancel().catch(() => {});
  };
  const timer = setTimeout(stop, timeoutMs, "too slow");
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (outcome !== "broken") return outcome;
      if (done) return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces, size);
      size += value.byteLength;
      if (size > maxBytes) {
        stop("too large");
        return outcome;
      }
      pieces.push(value);
    }
  } catch {
    return outcome;
  } finally {
    clearTimeout(timer);
  }
}
