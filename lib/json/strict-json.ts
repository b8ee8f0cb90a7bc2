import { sign, stringEnd } from "./json-text";

/** Non-JSON literals that programs write, and their JSON form. Non-finite numbers become strings. */
const words = new Map([
  ["NaN", '"NaN"'],
  ["Infinity", '"Infinity"'],
  ["-Infinity", '"-Infinity"'],
  ["None", "null"],
  ["undefined", "null"],
  ["True", "true"],
  ["False", "false"],
]);

const word = /-?[A-Za-z]+/y;
/** Characters without a meaning here, mostly digits. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: blanks are taken by `blankEnd`
const others = /[^\u0000-\u0020\ufeff",[\]{}/A-Za-z-]+/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON forbids in a text
const controlCharacter = /[\u0000-\u001f]/g;

/**
 * Converts nearly valid JSON to JSON: removes comments and trailing commas, escapes raw control characters in strings, turns
 * `NaN` and `Infinity` into strings and `None`, `True` and `False` into JSON literals. Other errors stay. One pass.
 */
export function strictJson(text: string): string {
  const parts: string[] = [];
  /** Index in `parts` of a comma that only white space or comments follow. */
  let comma = -1;
  let position = 0;
  while (position < text.length) {
    const start = position;
    const code = text.charCodeAt(start);
    position = blankEnd(text, start);
    if (position > start) continue;
    position = start + 1;
    if (code === sign.quote) {
      position = stringEnd(text, start);
      parts.push(text.slice(start, position).replace(controlCharacter, escapeOf));
    } else if (code === sign.comma) {
      parts.push(",");
    } else {
      if ((code === sign.closeBrace || code === sign.closeBracket) && comma !== -1) parts[comma] = "";
      const found = matchAt(word, text, start) ?? matchAt(others, text, start) ?? text.slice(start, position);
      position = start + found.length;
      parts.push(words.get(found) ?? found);
    }
    comma = code === sign.comma ? parts.length - 1 : -1;
  }
  return parts.join("");
}

function matchAt(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0];
}

/** The next position that is neither white space nor part of a comment. */
export function blankEnd(text: string, from: number): number {
  let position = from;
  for (;;) {
    const code = text.charCodeAt(position);
    if (code <= 0x20 || code === byteOrderMark) position += 1;
    else if (text.startsWith("//", position)) position = endAfter(text, "\n", position + 2);
    else if (text.startsWith("/*", position)) position = endAfter(text, "*/", position + 2);
    else return position;
  }
}

const byteOrderMark = 0xfeff;

function endAfter(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? text.length : at + end.length;
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
