import type { Operator } from "@/lib/filters/values/operators";
import { fieldNamed } from "./fields";
import { quotePairs } from "./quote";

/** A range of the text: from `start` to `end` (exclusive), in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** One term of the text. */
export type Token = FilterToken | TextToken;

/** A term with a name and an operator. */
export type FilterToken = Term & Head;
/** Search text. */
export type TextToken = Term & { subject: null; operator: null };

interface Term extends Span {
  /** It starts with a minus. */
  isNegative: boolean;
  /** Without quotation marks, straight or typographic; escapes resolved. */
  value: { text: string; isQuoted: boolean; isClosed: boolean } & Span;
}

interface Head {
  /** The name before the operator: a filter's, known or not, or a variable's. */
  subject: { kind: "filter" | "variable"; name: string } & Span;
  operator: { text: Operator } & Span;
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
  return { start, end: value.end, isNegative, value, ...(head ?? { subject: null, operator: null }) };
}

const quotedName = quotePairs.map(({ open, close }) => `[${open}]((?:[^${close}\\\\]|\\\\.)*)[${close}]`).join("|");
const variableHead = new RegExp(`^(var\\.)(?:${quotedName}|([^\\s":=~<>!]*))(!=|>=|<=|[:=~<>])`, "i");
const fieldHead = /^([a-z][a-z.-]*)(!=|>=|<=|[:=~<>])/i;

/** Parses `name:`; null for search text such as `10:30`, `https://…` or `a=b`. */
function readHead(text: string, start: number, isName: (name: string) => boolean): Head | null {
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
  const isAddress = rest.startsWith("//", whole.length);
  if (!isName(name) && (operator !== ":" || isAddress)) return null;
  return headOf(start, whole, "filter", name, operator as Operator);
}

function headOf(start: number, whole: string, kind: "filter" | "variable", name: string, text: Operator): Head {
  const end = start + whole.length;
  return {
    subject: { kind, name, start, end: end - text.length },
    operator: { text, start: end - text.length, end },
  };
}

function readValue(text: string, start: number): Token["value"] {
  const pair = quotePairs.find(({ open }) => open.includes(text[start] ?? " "));
  if (pair === undefined) {
    const end = start + text.slice(start).search(/\s|$/);
    return { text: text.slice(start, end), isQuoted: false, isClosed: true, start, end };
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
  return start + text.slice(start).search(/\S|$/);
}
