/** Shorter tokens may be part of any word: they match only as a whole value. */
const minLength = 8;

/** A cache: tokens seldom change, and compiling a pattern takes longer than searching a usual body. */
const patterns = new Map<string, RegExp>();
const maxPatterns = 1000;

/**
 * Matches a token in any encoding: literal, percent-encoded, with JSON escapes (also of JSON within JSON), with "+" for a space,
 * and within Base64. `bytes`: for text with one character per byte; else for normal text.
 */
export function tokenPattern(token: string, unit: "bytes" | "characters"): RegExp {
  const name = `${unit} ${token}`;
  const known = patterns.get(name);
  if (known !== undefined) return known;
  if (patterns.size >= maxPatterns) patterns.clear();
  const pattern = new RegExp(sourceOf(token, unit), "g");
  patterns.set(name, pattern);
  return pattern;
}

function sourceOf(token: string, unit: "bytes" | "characters"): string {
  const spelled = [...token].map((character) => spellings(character, unit)).join("");
  if (token.length < minLength) return wholeValue(spelled);
  if (/^\d+$/.test(token)) return `(?<!\\d)${spelled}(?!\\d)`;
  // A key that is a word of the envelope must not be masked.
  const word = /^[a-z_]+$/.test(token) ? `(?!(?<="${spelled})"\\s*:)` : "";
  return [`${spelled}${word}`, ...base64(token)].join("|");
}

/** In quotes, as the field of a form, or alone; never a key, an event's type or its time. */
function wholeValue(spelled: string): string {
  const inQuotes = (quote: string) =>
    `(?<=${quote})${spelled}(?=${quote})(?!"\\s*:)(?<!"(?:type|timestamp)"\\s*:\\s*"${spelled})`;
  return `${inQuotes('"')}|${inQuotes("'")}|${spelled}(?=&|\\s*$)(?<=(?:=|^\\s*)${spelled})`;
}

/** As many as JSON within JSON needs, and percent-encoded. */
const backslashes = "(?:\\\\|%5[Cc]){1,7}";

function spellings(character: string, unit: "bytes" | "characters"): string {
  const bytes = [...Buffer.from(character)];
  const isOneByte = character <= "\u00ff";
  const asItIs = unit === "bytes" ? bytes.map(literal).join("") : units(character).map(literal).join("");
  const percent = bytes.map((byte) => `%${anyCase(hex(byte, 2))}`).join("");
  const escaped = units(character)
    .map((code) => `${backslashes}u${anyCase(hex(code, 4))}`)
    .join("");
  const all = [asItIs, percent, escaped];
  if (isOneByte && bytes.length > 1) all.push(units(character).map(literal).join(""));
  if ('"\\/'.includes(character)) all.push(`${backslashes}(?:${asItIs}|${percent})`);
  if (character === " ") all.push("\\+");
  return `(?:${all.join("|")})`;
}

/**
 * A token in Base64 at each of the three possible offsets, without the characters that it shares with neighbouring bytes: one
 * more on each side may contain some of its bits.
 */
function base64(token: string): string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(token)]);
    const text = bytes.toString("base64").replaceAll("=", "");
    const own = text.slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
    const either = own.replaceAll(/[+/]/g, (sign) => (sign === "/" ? "(?:\\\\?/|_|%2[Ff])" : "(?:[+-]|%2[Bb])"));
    const border = "[A-Za-z0-9+/_-]?";
    return `${before === 0 ? "" : border}${either}${border}`;
  });
}

function units(character: string): number[] {
  return Array.from({ length: character.length }, (_, place) => character.charCodeAt(place));
}

function literal(code: number): string {
  return `\\u${hex(code, 4)}`;
}

function hex(code: number, length: number): string {
  return code.toString(16).padStart(length, "0");
}

function anyCase(digits: string): string {
  return digits.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
