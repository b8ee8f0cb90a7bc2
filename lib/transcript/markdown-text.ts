/**
 * Escapes text as Markdown lines, with a backslash only before characters that would be markup: `2023-11-15` and `a_b` stay
 * unchanged. A line break becomes a hard break, a blank line a new paragraph.
 */
export function markdownLines(text: string): string[] {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph !== "");
  return paragraphs.flatMap((paragraph, index) => {
    const lines = paragraph.split("\n");
    const pairs = pairsIn(paragraph);
    const written = lines.map((line) => atLineStart(inLine(line, pairs)));
    return [...(index === 0 ? [] : [""]), ...written.map((line, at) => (at < lines.length - 1 ? `${line}  ` : line))];
  });
}

/** Escapes one line of text within a line of Markdown. */
export function markdownLine(text: string): string {
  return inLine(text, pairsIn(text)).replace(/(?<=\s|^)#+$/, (marks) => `\\${marks}`);
}

/** Escapes one line of text within `*…*` or `**…**`, where a single asterisk is markup. */
export function emphasizedLine(text: string): string {
  return inLine(text, { backtick: true, "*": "all", _: true, "~": true, link: true });
}

/** Which characters have a counterpart, without which they are not markup. */
interface Pairs {
  backtick: boolean;
  "*": boolean | "all";
  _: boolean;
  "~": boolean;
  link: boolean;
}

function pairsIn(paragraph: string): Pairs {
  const runs = (pattern: RegExp) => (paragraph.match(pattern)?.length ?? 0) > 1;
  return {
    backtick: runs(/`+/g),
    "*": runs(/\*+/g),
    _: runs(/_+/g),
    "~": runs(/~+/g),
    // A link, or a link definition, whose label may span several lines.
    link: /\][(:]/.test(paragraph),
  };
}

/** Required for any match of {@link special}. */
const mayBeMarkup = /[\\`*_~[\]<&]/;

const mayBeAddress = /:\/\/|@|www\./i;

/** Word by word: addresses become links automatically, and a backslash within one would be part of it. */
function inLine(line: string, pairs: Pairs): string {
  if (!mayBeMarkup.test(line) && !/^[ \t]/.test(line)) return line;
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  const words = mayBeMarkup.test(line) ? line.slice(indent.length).split(/(\s+)/) : [line.slice(indent.length)];
  const written = words.map((word, index) => {
    if (!mayBeMarkup.test(word)) return word;
    const escaped = index === words.length - 1 ? escapeWord(`${word}\n`, pairs).trimEnd() : escapeWord(word, pairs);
    return escaped === word || !mayBeAddress.test(word) ? escaped : escaped.replace(/:(?=\/\/)|@|(?<=www)\./gi, "\\$&");
  });
  // Markdown drops leading spaces of a line, but not no-break spaces.
  return indent.replaceAll("\t", "    ").replaceAll(" ", "\u00a0") + written.join("");
}

const special =
  /\\(?=[!-/:-@[-`{-~]|\n)|`+|\*+|_+|~+|[[\]]|(?<=\])\(|<(?=[a-z/!?]|[\w.#$%&'*+=^`{|}~-]+@)|&(?=#?\w+;)/gi;

/** The last word of a line includes its line break: a backslash before it would be a hard break. */
function escapeWord(word: string, pairs: Pairs): string {
  return word.replace(special, (found, index: number) =>
    isMarkup(found, word, index, pairs) ? escaped(found) : found,
  );
}

function escaped(found: string): string {
  return found.length === 1 ? `\\${found}` : found.replace(/./g, "\\$&");
}

function isMarkup(found: string, word: string, index: number, pairs: Pairs): boolean {
  const before = word[index - 1] ?? " ";
  const next = word[index + found.length] ?? " ";
  const after = next === "\n" ? " " : next;
  switch (found[0]) {
    case "`":
      return pairs.backtick;
    case "*":
      return pairs["*"] === "all" || (pairs["*"] && !(before === " " && after === " "));
    case "_":
      return pairs._ && !(isWordCharacter(before) && isWordCharacter(after)) && !(before === " " && after === " ");
    case "~":
      return pairs["~"] && found.length <= 2 && !(before === " " && after === " ");
    case "[":
    case "(":
      return pairs.link;
    case "]":
      return pairs.link && (after === "(" || after === ":");
    default:
      return true;
  }
}

function isWordCharacter(character: string): boolean {
  return !/[\s\p{P}\p{S}]/u.test(character);
}

const lineStarts = [
  // Headings, quotes, list items
  /^(?=#{1,6}(?:\s|$))/,
  /^(?=>)/,
  /^(?=[-+*](?:\s|$))/,
  /^\d{1,9}(?=[.)](?:\s|$))/,
  // Underlines of headings, rules, fences, table delimiters
  /^(?=(?:=+|-+)\s*$)/,
  /^(?=([-*_])(?:\s*\1){2,}\s*$)/,
  /^(?=`{3}|~{3})/,
  /^(?=\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$)/,
];

/** Characters that can start a Markdown block. */
const mayStart = /^[ \t#>\-+*=_`~|:\d]/;

function atLineStart(line: string): string {
  if (!mayStart.test(line)) return line;
  const start = lineStarts.find((pattern) => pattern.test(line));
  return start === undefined ? line : line.replace(start, (kept) => `${kept}\\`);
}
