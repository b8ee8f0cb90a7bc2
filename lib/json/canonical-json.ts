import { sign, skipSpace, stringEnd } from "./json-text";

/**
 * Canonical form of a JSON text: keys sorted by code unit, no white space, one spelling of each string and number. Two deliveries
 * are duplicates exactly when their canonical forms are equal (contract: a repeat is the same content).
 *
 * Works on the text instead of the parsed value, so that numbers beyond a double (2^53+1, 1e999) stay distinct. One pass without
 * recursion: depth has no cost. `json` must be valid JSON; of duplicate keys the last value counts, as in `JSON.parse`.
 */
export function canonicalJson(json: string): string {
  const open: Container[] = [];
  let position = 0;
  while (position < json.length) {
    const start = skipSpace(json, position);
    if (start >= json.length) break;
    position = start + 1;
    switch (json.charCodeAt(start)) {
      case sign.openBrace:
        open.push(new ObjectText());
        continue;
      case sign.openBracket:
        open.push(new ArrayText());
        continue;
      case sign.comma:
      case sign.colon:
        continue;
      case sign.closeBrace:
      case sign.closeBracket: {
        const closed = open.pop()?.close() ?? "";
        const parent = open.at(-1);
        if (parent === undefined) return closed;
        parent.add(closed);
        continue;
      }
    }
    position = tokenEnd(json, start);
    const token = canonicalToken(json.slice(start, position));
    const parent = open.at(-1);
    if (parent === undefined) return token;
    parent.add(token);
  }
  return "";
}

interface Container {
  add(text: string): void;
  close(): string;
}

class ArrayText implements Container {
  // A growing string instead of a list to join: joining at every level would be quadratic for deeply nested brackets.
  private text = "";

  add(text: string): void {
    this.text += this.text === "" ? text : `,${text}`;
  }

  close(): string {
    return `[${this.text}]`;
  }
}

class ObjectText implements Container {
  private readonly keys: string[] = [];
  private readonly values = new Map<string, string>();
  private key: string | null = null;

  add(text: string): void {
    if (this.key === null) {
      this.key = text;
      return;
    }
    if (!this.values.has(this.key)) this.keys.push(this.key);
    this.values.set(this.key, text);
    this.key = null;
  }

  close(): string {
    let text = "{";
    for (const key of this.keys.sort()) text += `${text.length === 1 ? "" : ","}${key}:${this.values.get(key)}`;
    return `${text}}`;
  }
}

function tokenEnd(json: string, start: number): number {
  return json.charCodeAt(start) === sign.quote ? stringEnd(json, start) : bareEnd(json, start);
}

function bareEnd(json: string, start: number): number {
  let end = start + 1;
  for (; end < json.length; end += 1) {
    const code = json.charCodeAt(end);
    if (code <= 0x20 || code === sign.comma || code === sign.closeBrace || code === sign.closeBracket) break;
  }
  return end;
}

function canonicalToken(token: string): string {
  const first = token.charCodeAt(0);
  if (first === sign.quote) return token.includes("\\") ? JSON.stringify(JSON.parse(token)) : token;
  return first <= 0x39 ? canonicalNumber(token) : token;
}

const plainInteger = /^(?:0|-?[1-9]\d{0,14})$/;
const decimal = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,15}))?$/;

/** 1, 1.0 and 10e-1 are equal; 2^53 and 2^53+1 are not. */
function canonicalNumber(token: string): string {
  if (plainInteger.test(token)) return token;
  const match = decimal.exec(token);
  if (match === null) return token;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = withoutTrailingZeros(digits);
  if (significant === "") return "0";
  const power = Number(exponent) - fraction.length + digits.length - significant.length;
  const isPlain = power >= 0 && significant.length + power <= 15;
  return isPlain ? `${sign}${significant}${"0".repeat(power)}` : `${sign}${significant}e${power}`;
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 0x30) end -= 1;
  return digits.slice(0, end);
}
