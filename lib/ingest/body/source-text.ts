import { isUtf8 } from "node:buffer";
import { byteCounter } from "./byte-counter";
import { textOf } from "./text-of";

/** A text that contains JSON, with its byte positions in the body. */
export interface SourceText {
  /** For an invalid body, one character per byte, so that indexes are byte offsets. */
  text: string;
  isValid: boolean;
  /** Offset of the first invalid byte. */
  invalidAt: number | null;
  /** The byte offset of an index; null if the text is not a part of the body. Call with increasing indexes. */
  byteOf(place: number): number | null;
  /** How many bytes of the body a part of the text takes. */
  sizeOf(part: string): number;
  /** A part as it is stored; `isValid`: whether its bytes are valid text. */
  slice(start: number, end: number): { text: string; isValid: boolean };
}

export function sourceText(bytes: Uint8Array): SourceText {
  const { text, encoding, markLength, isValid } = textOf(bytes);
  if (encoding === "utf-8" && !isValid)
    return brokenText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const invalidAt = isValid ? null : bytes.byteLength - 1;
  if (encoding === "utf-8") return { ...whole(text), isValid, invalidAt, byteOf: byteCounter(text, markLength) };
  return {
    ...whole(text),
    isValid,
    invalidAt,
    byteOf: (place) => markLength + 2 * place,
    sizeOf: (part) => 2 * part.length,
  };
}

/** A text that is encoded differently in the body, such as a field of a form. */
export function unplacedText(text: string): SourceText {
  return { ...whole(text), isValid: true, invalidAt: null, byteOf: () => null };
}

function whole(text: string): Pick<SourceText, "text" | "slice" | "sizeOf"> {
  return { text, slice: (start, end) => ({ text: text.slice(start, end), isValid: true }), sizeOf: Buffer.byteLength };
}

/** Brackets and quotes are the same in Latin-1, so that valid and invalid parts can be separated. */
function brokenText(bytes: Buffer): SourceText {
  return {
    text: bytes.toString("latin1"),
    isValid: false,
    invalidAt: firstInvalidByte(bytes),
    byteOf: (place) => place,
    sizeOf: Buffer.byteLength,
    slice: (start, end) => {
      const part = bytes.subarray(start, end);
      return { text: part.toString("utf8"), isValid: isUtf8(part) };
    },
  };
}

/** Decoding replaces invalid bytes, so encoding the text again first differs there. */
function firstInvalidByte(bytes: Buffer): number {
  const again = Buffer.from(bytes.toString("utf8"));
  let position = 0;
  while (position < bytes.length && bytes[position] === again[position]) position += 1;
  return position;
}
