import { isUtf8 } from "node:buffer";
import { findJsonFault } from "./json-fault";

/** A body as JSON: its text without a byte-order mark, and the parsed value. `position` is the fault's byte in the body. */
export type DecodedBody =
  | { ok: true; text: string; value: unknown; markLength: number }
  | { ok: true; text: ""; value: undefined; markLength: number }
  | { ok: false; text: string | null; reason: string; position: number };

/** Reads bytes as UTF-8 and as JSON, both strictly; a byte-order mark is tolerated. An empty body has the value `undefined`. */
export function decodeBody(bytes: Uint8Array): DecodedBody {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isUtf8(buffer)) {
    return { ok: false, text: null, reason: notUtf8(buffer), position: firstInvalidByte(buffer) };
  }
  const markLength = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0;
  const text = buffer.toString("utf8", markLength);
  if (text.trim() === "") return { ok: true, text: "", value: undefined, markLength };
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, text, value, markLength };
  } catch {
    const { position, reason } = findJsonFault(text);
    const byte = markLength + Buffer.byteLength(text.slice(0, position));
    return { ok: false, text, reason: `Not JSON: ${reason} (${place(text, position)})`, position: byte };
  }
}

function notUtf8(buffer: Buffer): string {
  const start = buffer.subarray(0, 2).toString("hex");
  const looksLikeUtf16 = start === "fffe" || start === "feff";
  return looksLikeUtf16 ? "Not UTF-8: the body is UTF-16" : "Not UTF-8: the body holds bytes that are no text";
}

/** Decoding replaces what is invalid, so writing the text again differs there first. */
function firstInvalidByte(buffer: Buffer): number {
  const again = Buffer.from(buffer.toString("utf8"));
  let position = 0;
  while (position < buffer.length && buffer[position] === again[position]) position += 1;
  return position;
}

function place(text: string, position: number): string {
  const before = text.slice(0, position);
  const line = before.split("\n").length;
  const column = position - before.lastIndexOf("\n");
  const excerpt = text.slice(Math.max(0, position - 20), position + 20).replace(/\s+/g, " ");
  return `line ${line}, column ${column}, near ${JSON.stringify(excerpt.toWellFormed())}`;
}
