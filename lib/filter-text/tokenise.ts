import type { Operator } from "@/lib/filters/values/operators";
import { fieldNamed } from "./fields";
import { quotePairs } from "./quote";

/** A range of the text: from `start` to `end` (exclusive), in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** One term of the text. */
export interface Token extends Span {
  /** It starts with a minus. */
  isNegative: boolean;
  /** The name before the operator; null for search text. */
  subject: ({ kind: "field" | "variable" | "unknown"; name: string } & Span) | null;
  operator: ({ text: Operator } & Span) | null;
  /** Without quotation marks, straight or typographic; escapes resolved. */
  value: { text: string; isQuoted: boolean; isClosed: boolean } & Span;
}

/** Maximum length in characters, enough for the maximum number of keys. */
export const maxFilterTextLength = 20_000;

/**
 * Splits a text into tokens. Every character except white space belongs to one token.
 *
 * @param isName whether a filter has this name; by default, a filter of the list of conversations
 */
export function tokenise(text: string, isName: (name: string) => boolean = isField): Token[] {
  const tokens: Token[] = [];
  for (let place = skipSpace(text, 0); place < text.length; place = skipSpace(text, place)) {
    const token = readToken(text, place, isName);
    tokens.push(token);
    place = token.end;
  }
  return tokens;
}

function isField(name: string): boolean {
  return fieldNamed(name) !== null;
}

function readToken(text: string, start: number, isName: (name: string) => boolean): Token {
  const isNegative = /^-[^\s]/.test(text.slice(start, start + 2));
  const begin = isNegative ? start + 1 : start;
  const head = readHead(text, begin, isName);
  const value = readValue(text, head === null ? begin : head.operator.end);
  return {
    start,
    end: value.end,
    isNegative,
    subject: head?.subject ?? null,
    operator: head?.operator ?? null,
    value,
  };
}

const quotedName = quotePairs.map(({ open, close }) => `[${open}]((?:[^${close}\\\\]|\\\\.)*)[${close}]`).join("|");
const variableHead = new RegExp(`^(var\\.)(?:${quotedName}|([^\\s":=~<>!]*))(!=|>=|<=|[:=~<>])`, "i");
const fieldHead = /^([a-z][a-z.-]*)(!=|>=|<=|[:=~<>])/i;

/** Parses `name:`; null for search text such as `10:30`, `https://…` or `a=b`. */
function readHead(text: string, start: number, isName: (name: string) => boolean) {
  const rest = text.slice(start);
  const variable = variableHead.exec(rest);
  if (variable !== null) {
    const [whole, , ...groups] = variable;
    const operator = groups.at(-1);
    const bare = groups.at(-2) ?? "";
    const quoted = groups.slice(0, quotePairs.length).find((content) => content !== undefined);
    const name = quoted === undefined ? bare : unescaped(quoted);
    return headOf(start, whole, "variable", name, operator as Operator);
  }
  const field = fieldHead.exec(rest);
  if (field === null) return null;
  const [whole, name = "", operator] = field;
  if (isName(name)) return headOf(start, whole, "field", name, operator as Operator);
  const isAddress = rest.startsWith("//", whole.length);
  return operator === ":" && !isAddress ? headOf(start, whole, "unknown", name, operator) : null;
}

function headOf(start: number, whole: string, kind: "field" | "variable" | "unknown", name: string, text: Operator) {
  const end = start + whole.length;
  return {
    subject: { kind, name, start, end: end - text.length },
    operator: { text, start: end - text.length, end },
  };
}

function readValue(text: string, start: number): Token["value"] {
  const pair = quotePairs.find(({ open }) => open.includes(text[start] ?? " "));
  if (pair === undefined) {
    const [bare] = /^\S*/.exec(text.slice(start)) ?? [""];
    return { text: bare, isQuoted: false, isClosed: true, start, end: start + bare.length };
  }
  let at = start + 1;
  while (at < text.length && !pair.close.includes(text[at] ?? "")) at += text[at] === "\\" ? 2 : 1;
  const isClosed = at < text.length;
  const content = text.slice(start + 1, at);
  return { text: unescaped(content), isQuoted: true, isClosed, start, end: isClosed ? at + 1 : text.length };
}

/** Resolves `\"` and `\\`; any other backslash is literal. */
function unescaped(content: string): string {
  return content.replace(/\\(["\\])/g, "$1");
}

function skipSpace(text: string, start: number): number {
  const [space] = /^\s*/.exec(text.slice(start)) ?? [""];
  return start + space.length;
}
