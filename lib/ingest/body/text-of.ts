import { isUtf8 } from "node:buffer";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be";

export interface DecodedText {
  /** Without a byte-order mark. Invalid bytes become U+FFFD. */
  text: string;
  encoding: TextEncoding;
  /** Length of the byte-order mark in bytes. */
  markLength: number;
  /** Whether all bytes are valid text. */
  isValid: boolean;
}

/** Decodes UTF-8, and UTF-16 with a byte-order mark or two ASCII characters at the start. */
export function textOf(bytes: Uint8Array): DecodedText {
  const { encoding, markLength } = encodingOf(bytes);
  const content = Buffer.from(bytes.buffer, bytes.byteOffset + markLength, bytes.byteLength - markLength);
  if (encoding === "utf-8") return { text: content.toString("utf8"), encoding, markLength, isValid: isUtf8(content) };
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(content);
  return { text, encoding, markLength, isValid: content.length % 2 === 0 };
}

/** Detected by a byte-order mark, or by the zero bytes of ASCII characters in UTF-16. */
export function encodingOf(bytes: Uint8Array): { encoding: TextEncoding; markLength: number } {
  const [a, b, c, d = 0] = bytes;
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", markLength: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", markLength: 2 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", markLength: 3 };
  if (a !== 0 && b === 0 && c !== 0 && c !== undefined && d === 0) return { encoding: "utf-16le", markLength: 0 };
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return { encoding: "utf-16be", markLength: 0 };
  return { encoding: "utf-8", markLength: 0 };
}
