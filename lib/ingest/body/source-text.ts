import { isUtf8 } from "node:buffer";
import { byteCounter } from "./byte-counter";
import { textOf } from "./text-of";

/** A text that JSON is read from, which knows where it stands in the body. */
export interface SourceText {
  /** One character for each byte where the body is not valid: places in it are then places in the bytes. */
  text: string;
  isValid: boolean;
  /** The first byte that is not text. */
  invalidAt: number | null;
  /** The byte of the body at a place of the text; null where the text is not a part of the body. To be asked in growing order. */
  byteOf(place: number): number | null;
  /** How many bytes of the body a part of the text takes. */
  sizeOf(part: string): number;
  /** A part as it is stored; `isValid` tells whether its bytes are text. */
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

/** A text that was written in another way in the body, such as the field of a form. */
export function unplacedText(text: string): SourceText {
  return { ...whole(text), isValid: true, invalidAt: null, byteOf: () => null };
}

function whole(text: string): Pick<SourceText, "text" | "slice" | "sizeOf"> {
  return { text, slice: (start, end) => ({ text: text.slice(start, end), isValid: true }), sizeOf: Buffer.byteLength };
}

/** Brackets and quotes are the same in Latin-1, so that the parts that are text can be told from those that are not. */
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

/** Decoding replaces what is invalid, so writing the text again differs there first. */
function firstInvalidByte(bytes: Buffer): number {
  const again = Buffer.from(bytes.toString("utf8"));
  let position = 0;
  while (position < bytes.length && bytes[position] === again[position]) position += 1;
  return position;
}
