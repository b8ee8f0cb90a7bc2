import { sign, skipSpace, stringEnd } from "./json-text";

const written = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Whether a text is a number as JSON writes it that JavaScript would write in another way, because a double cannot hold it
 * (12345678901234567890, 1e400) or because its digits would change (1.10, 1E5, -0).
 */
export function isInexactNumber(text: string): boolean {
  written.lastIndex = 0;
  return written.exec(text)?.[0].length === text.length && text.length > 0 && !isOrdinary(text);
}

/**
 * The same JSON with each such number as a text of its digits. `json` must be valid JSON. Costs one search where there is
 * none.
 */
export function quoteInexactNumbers(json: string): string {
  return suspicious.test(json) ? rewritten(json) : json;
}

/**
 * Sixteen digits, an exponent, a zero at the end, a minus before zero, many zeros after the point: behind the beginning, `:`,
 * `[` or `,`, where numbers stand. What only looks like one costs the exact walk, no more.
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
