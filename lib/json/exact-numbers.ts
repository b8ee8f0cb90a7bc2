import { sign, skipSpace, stringEnd } from "./json-text";

const written = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Whether a JSON number cannot be kept as a double: it would lose precision (12345678901234567890, 1e400) or be written
 * differently (1.10, 1E5, -0).
 */
export function isInexactNumber(text: string): boolean {
  written.lastIndex = 0;
  return written.exec(text)?.[0].length === text.length && text.length > 0 && !isOrdinary(text);
}

/**
 * Replaces each such number by a string of its digits. `json` must be valid JSON. Costs one regular expression search if there
 * are none.
 */
export function quoteInexactNumbers(json: string): string {
  return suspicious.test(json) ? rewritten(json) : json;
}

/**
 * Sixteen digits, an exponent, a trailing zero, a minus before zero, or many zeros after the point, at the beginning or after
 * `:`, `[` or `,`. A false match only costs the exact scan.
 */
const suspicious = /(?:^|[:[,])[ \t\r\n]*-?(?:(?<=-)0(?![.\d])|\d[\d.]{15}|\d+(?:\.\d*)?[eE]|\d+\.\d*0(?!\d)|0\.0{5})/;

function rewritten(json: string): string {
  const parts: string[] = [];
  let copied = 0;
  let position = skipSpace(json, 0);
  while (position < json.length) {
    const code = json.charCodeAt(position);
    if (code === sign.quote) {
      position = stringEnd(json, position);
      continue;
    }
    written.lastIndex = position;
    const number = isNumberStart(code) ? written.exec(json)?.[0] : undefined;
    if (number !== undefined && !isOrdinary(number)) {
      parts.push(json.slice(copied, position), `"${number}"`);
      copied = position + number.length;
    }
    position += number?.length ?? 1;
  }
  return parts.join("") + json.slice(copied);
}

function isNumberStart(code: number): boolean {
  return code === 0x2d || (code >= 0x30 && code <= 0x39);
}

function isOrdinary(number: string): boolean {
  if (number.length < 16 && plainInteger.test(number)) return true;
  return String(Number(number)) === number;
}

const plainInteger = /^(?:0|-?[1-9]\d*)$/;
