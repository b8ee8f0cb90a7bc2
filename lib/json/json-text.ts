/** Code units of JSON syntax. */
export const sign = {
  openBrace: 0x7b,
  closeBrace: 0x7d,
  openBracket: 0x5b,
  closeBracket: 0x5d,
  comma: 0x2c,
  colon: 0x3a,
  quote: 0x22,
  backslash: 0x5c,
} as const;

/** The next position that is not white space. `json` must be valid JSON. */
export function skipSpace(json: string, from: number): number {
  let position = from;
  while (json.charCodeAt(position) <= 0x20) position += 1;
  return position;
}

/** The position after the string whose opening quote is at `start`. */
export function stringEnd(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end === -1 ? json.length : end + 1;
}

function isEscaped(json: string, position: number): boolean {
  let before = position - 1;
  while (json.charCodeAt(before) === sign.backslash) before -= 1;
  return (position - before) % 2 === 0;
}
