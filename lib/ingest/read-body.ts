import { unpackBody } from "./unpack-body";

export type BodyReading =
  /** `notUnpacked` says why the bytes are those that were sent, where a header announces packed ones. */
  { ok: true; bytes: Uint8Array; notUnpacked: string | null } | { ok: false; status: 400 | 408 | 413; reason: string };

/** How long a body may take to arrive. */
const timeoutMs = 30_000;

/**
 * Reads a request's body, never more than `maxBytes` of it, neither as sent nor unpacked: contract.md, `MAX_BODY_BYTES`.
 * What is kept as "the exact bytes" is the unpacked body.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  headers: Headers,
  maxBytes: number,
): Promise<BodyReading> {
  const tooLarge: BodyReading = { ok: false, status: 413, reason: `The body is larger than ${maxBytes} bytes` };
  if (Number(headers.get("content-length") ?? 0) > maxBytes) return tooLarge;
  if (body === null) return { ok: true, bytes: new Uint8Array(), notUnpacked: null };

  const sent = await collect(body, maxBytes);
  if (sent === "too large") return tooLarge;
  if (sent === "too slow") return { ok: false, status: 408, reason: `The body took longer than ${timeoutMs / 1000} s` };
  if (sent === "broken") return { ok: false, status: 400, reason: "The body broke off" };
  const unpacked = await unpackBody(sent, headers.get("content-encoding") ?? "", maxBytes);
  return unpacked === "too large" ? tooLarge : { ok: true, ...unpacked };
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
