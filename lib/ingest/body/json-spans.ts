import { sign, skipSpace, stringEnd } from "@/lib/json/json-text";

/** The range of a JSON value in its text. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The ranges of the values of each key of a JSON object. `json` must be valid, with an object at `start`. A key may be
 * duplicated: `JSON.parse` uses its last value.
 */
export function memberSpans(json: string, start = 0): Map<string, Span[]> {
  const members = new Map<string, Span[]>();
  let position = skipSpace(json, skipSpace(json, start) + 1);
  while (json.charCodeAt(position) === sign.quote) {
    const keyEnd = stringEnd(json, position);
    // A string token of valid JSON.
    const key = JSON.parse(json.slice(position, keyEnd)) as string;
    const span = valueSpan(json, skipSpace(json, skipSpace(json, keyEnd) + 1));
    const earlier = members.get(key);
    if (earlier === undefined) members.set(key, [span]);
    else earlier.push(span);
    position = skipSpace(json, skipSpace(json, span.end) + 1);
  }
  return members;
}

/** The ranges of the elements of a JSON array. `json` must be valid, with an array at `start`. */
export function elementSpans(json: string, start: number): Span[] {
  const elements: Span[] = [];
  let position = skipSpace(json, start + 1);
  if (json.charCodeAt(position) === sign.closeBracket) return elements;
  while (position < json.length) {
    const span = valueSpan(json, position);
    elements.push(span);
    const next = skipSpace(json, span.end);
    if (json.charCodeAt(next) === sign.closeBracket) return elements;
    position = skipSpace(json, next + 1);
  }
  return elements;
}

/**
 * Where the value at a path of keys begins, as far as the text has it: where a key is missing, the object that should have it.
 * `json` must be valid.
 */
export function startOfValue(json: string, path: readonly string[]): number {
  let start = skipSpace(json, 0);
  for (const key of path) {
    if (json.charCodeAt(start) !== sign.openBrace) break;
    const span = memberSpans(json, start).get(key)?.at(-1);
    if (span === undefined) break;
    ({ start } = span);
  }
  return start;
}

/** Scans without recursion: depth has no cost. */
function valueSpan(json: string, start: number): Span {
  let open = 0;
  let position = start;
  while (position < json.length) {
    const code = json.charCodeAt(position);
    if (code === sign.quote) {
      position = stringEnd(json, position);
      if (open === 0) return { start, end: position };
      continue;
    }
    if (code === sign.closeBrace || code === sign.closeBracket) {
      if (open === 0) return { start, end: position };
      open -= 1;
      if (open === 0) return { start, end: position + 1 };
    } else if (code === sign.openBrace || code === sign.openBracket) {
      open += 1;
    } else if (open === 0 && (code === sign.comma || code <= 0x20)) {
      return { start, end: position };
    }
    position += 1;
  }
  return { start, end: position };
}
