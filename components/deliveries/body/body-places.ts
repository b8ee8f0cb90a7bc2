/** A position in a text: UTF-16 index, and line and column from 1. */
export interface TextPlace {
  index: number;
  line: number;
  column: number;
}

/**
 * The position of a byte offset in the UTF-8 form of `text`. An offset within a character maps to that character, one past the
 * end to the end.
 */
export function placeOfByte(text: string, byte: number): TextPlace {
  let bytes = 0;
  let index = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > byte) break;
    index += sign.length;
  }
  const before = text.slice(0, index);
  return { index, line: before.split("\n").length, column: index - before.lastIndexOf("\n") };
}

/** Part of a text, with the error at its start, if any. */
export interface TextPart {
  start: number;
  text: string;
  fault: string | null;
}

export interface BodyFault {
  byte: number;
  reason: string;
}

/** The positions of errors in a body's text. */
export function faultPlaces(text: string, faults: readonly BodyFault[]): { index: number; reason: string }[] {
  return faults.map(({ byte, reason }) => ({ index: placeOfByte(text, byte).index, reason }));
}

/** A JSON value that is short enough to mark, otherwise one character. */
const valueAt = /"(?:[^"\\\n]|\\.){0,200}"|[\w.+-]{1,200}|[\s\S]/uy;

/** Splits `text` at its errors; each error is a part with one value or character, or an empty one at the end. */
export function partsOf(text: string, faults: readonly { index: number; reason: string }[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { index, reason } of faults.toSorted((one, other) => one.index - other.index)) {
    if (index < at) continue;
    if (index > at) parts.push({ start: at, text: text.slice(at, index), fault: null });
    valueAt.lastIndex = index;
    const value = valueAt.exec(text)?.[0] ?? "";
    parts.push({ start: index, text: value, fault: reason });
    at = index + value.length;
  }
  if (at < text.length) parts.push({ start: at, text: text.slice(at), fault: null });
  return parts;
}
