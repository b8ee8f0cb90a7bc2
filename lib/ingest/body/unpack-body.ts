import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";
import { isGzip } from "./compression-marks";

type Decoder = (sent: Uint8Array, options: { maxOutputLength: number }) => Promise<unknown>;

const unzip: Decoder[] = [promisify(gunzip)];

/** Decoders to try for each content encoding. "deflate" should be zlib, but many senders use raw deflate. */
const decoders = new Map<string, Decoder[]>([
  ["gzip", unzip],
  ["x-gzip", unzip],
  ["deflate", [promisify(inflate), promisify(inflateRaw)]],
  ["br", [promisify(brotliDecompress)]],
  ["zstd", [promisify(zstdDecompress)]],
]);

/** Maximum layers of compression. */
const maxLayers = 4;

export type Unpacked =
  /** `notUnpacked`: why the bytes are as sent although a header declares compression. */
  { bytes: Uint8Array; notUnpacked: string | null } | "too large";

/**
 * Decompresses a body by its `Content-Encoding`, and gzip without one, to at most `maxBytes`. A body that cannot be decompressed
 * completely is returned unchanged: a proxy may have decompressed it already, and nothing may be lost.
 */
export async function unpackBody(sent: Uint8Array, contentEncoding: string, maxBytes: number): Promise<Unpacked> {
  const layers = layersOf(contentEncoding);
  if (layers.length === 0) {
    if (!isGzip(sent)) return { bytes: sent, notUnpacked: null };
    layers.push("gzip");
  }
  if (layers.length > maxLayers) return { bytes: sent, notUnpacked: "The body has too many content encodings" };
  let bytes = sent;
  for (const layer of layers.reverse()) {
    const known = decoders.get(layer);
    if (known === undefined) return { bytes: sent, notUnpacked: "The body's content encoding is not supported" };
    const unpacked = await unpackLayer(bytes, layer, known, maxBytes);
    if (unpacked === "too large") return unpacked;
    if (typeof unpacked === "string") return { bytes: sent, notUnpacked: unpacked };
    bytes = unpacked;
  }
  return { bytes, notUnpacked: null };
}

/** In the order in which they were applied. */
function layersOf(contentEncoding: string): string[] {
  const names = contentEncoding.split(",").map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== "" && name !== "identity");
}

/** The decompressed bytes, or why decompression failed. */
async function unpackLayer(
  sent: Uint8Array,
  name: string,
  known: readonly Decoder[],
  maxBytes: number,
): Promise<Uint8Array | string> {
  let reason = `The body is not ${name}`;
  for (const decode of isJson(sent) ? known.slice(0, 1) : known) {
    try {
      // Node's types lack this option: with `info` the result contains the number of input bytes read.
      const unpacked = await decode(sent, { maxOutputLength: maxBytes, ...{ info: true } });
      const { buffer, engine } = unpacked as { buffer: Uint8Array; engine: { bytesWritten: number } };
      if (engine.bytesWritten === sent.byteLength) return buffer;
      reason = `The body continues after the end of its ${name}`;
    } catch (error) {
      const isTooLarge = error instanceof RangeError || (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE";
      if (isTooLarge) return "too large";
    }
  }
  return reason;
}

/** Raw deflate has no magic number, and may start like JSON. */
function isJson(bytes: Uint8Array): boolean {
  return bytes[0] === 0x7b || bytes[0] === 0x5b;
}
