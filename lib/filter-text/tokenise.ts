import type { Operator } from "@/lib/filters/values/operators";
import { fieldNamed } from "./fields";
import { quotePairs } from "./quote";

/** A place in the text: from the first character to before `end`, in UTF-16 units as a selection has them. */
export interface Span {
  start: number;
  end: number;
}

/** One term of the text, as it was written. */
export type Token = FilterToken | TextToken;

/** A term with a name and an operator. */
export type FilterToken = Term & Head;
/** A text to search for. */
export type TextToken = Term & { subject: null; operator: null };

interface Term extends Span {
  /** It begins with a minus. */
  isNegative: boolean;
  /** Without its quotation marks, straight or typographic; escapes resolved. */
  value: { text: string; isQuoted: boolean; isClosed: boolean } & Span;
}

interface Head {
  /** What stands before the operator: a filter's name (of any filter or none), or a variable's. */
  subject: { kind: "filter" | "variable"; name: string } & Span;
  operator: { text: Operator } & Span;
}

/** What is longer is not read. It is enough for as many keys as can be given. */
export const longestFilterText = 20_000;

/** Takes a text apart. Every character but white space belongs to one token. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (let place = skipSpace(text, 0); place < text.length; place = skipSpace(text, place)) {
    const token = readToken(text, place);
    tokens.push(token);
    place = token.end;
  }
  return tokens;
}

function readToken(text: string, start: number): Token {
  const isNegative = /^-[^\s]/.test(text.slice(start, start + 2));
  const begin = isNegative ? start + 1 : start;
  const head = readHead(text, begin);
  const value = readValue(text, head === null ? begin : head.operator.end);
  return { start, end: value.end, isNegative, value, ...(head ?? { subject: null, operator: null }) };
}

const quotedName = quotePairs.map(({ open, close }) => `[${open}]((?:[^${close}\\\\]|\\\\.)*)[${close}]`).join("|");
const variableHead = new RegExp(`^(var\\.)(?:${quotedName}|([^\\s":=~<>!]*))(!=|>=|<=|[:=~<>])`, "i");
const fieldHead = /^([a-z][a-z.-]*)(!=|>=|<=|[:=~<>])/i;

/** `name:`; null where a term is no more than text, such as `10:30`, `https://…` or `a=b`. */
function readHead(text: string, start: number): Head | null {
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
  if (fieldNamed(name) === null && (operator !== ":" || isAddress)) return null;
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

/** `\"` and `\\` stand for what follows the backslash; any other backslash for itself. */
function unescaped(content: string): string {
  return content.replace(/\\(["\\])/g, "$1");
}

function skipSpace(text: string, start: number): number {
  return start + text.slice(start).search(/\S|$/);
}
