import { nearest } from "@/lib/filter-text/nearest";
import type { Problem } from "@/lib/filter-text/problem";
import { quote, quoteText } from "@/lib/filter-text/quote";
import { type FilterToken, maxFilterTextLength, type Token, tokenise } from "@/lib/filter-text/tokenise";
import {
  type DeliveryFilterKey,
  type DeliveryFilters,
  deliveryFilterKeys,
  deliveryFilterOf,
  withDeliveryValue,
} from "./delivery-filters";

/** The parsed text of the delivery log's search box. */
export interface DeliveryText {
  filters: DeliveryFilters;
  /** Words to search for; null if there are none. */
  words: string | null;
  /** What stays in the box: words, and terms that are invalid or unfinished. */
  rest: string;
  problems: Problem[];
}

/** A filter's name in the search box: `token-place`. */
export function deliveryBoxName(key: DeliveryFilterKey): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Formats a term for the search box: `status:400`. */
export function writeDeliveryTerm(key: DeliveryFilterKey, value: string): string {
  return `${deliveryBoxName(key)}:${key === "size" ? value : quote(value)}`;
}

/**
 * Parses `status:400 type:message size:>10kb Priya Sandhu`, in the language of lib/filter-text: `name:value` is a filter, and all
 * other words are one text to search for.
 *
 * @param isDone whether a term is complete: complete terms become filters
 */
export function readDeliveryText(
  text: string,
  before: DeliveryFilters,
  isDone: (token: Token) => boolean,
): DeliveryText {
  if (text.length > maxFilterTextLength) {
    const problem = { at: { start: 0, end: text.length }, message: "This search is too long." };
    return { filters: before, words: null, rest: text, problems: [problem] };
  }
  let filters = before;
  const rest: string[] = [];
  const words: string[] = [];
  const problems: Problem[] = [];
  for (const token of tokenise(text, (name) => deliveryKeyNamed(name) !== null)) {
    const { start, end } = token;
    const written = text.slice(start, end);
    const isText = token.subject === null || token.subject.kind === "variable";
    if (isText) words.push(token.value.text);
    const read = isText ? null : readTerm(token, written);
    if (read !== null && "key" in read && isDone(token)) filters = withDeliveryValue(filters, read.key, read.value);
    else rest.push(written);
    if (read !== null && "message" in read) problems.push({ at: { start, end }, ...read });
  }
  // Keeps the trailing space that is being typed.
  const trailing = rest.length > 0 && /\s$/.test(text) ? " " : "";
  const wanted = words.join(" ").trim();
  return { filters, words: wanted === "" ? null : wanted, rest: rest.join(" ") + trailing, problems };
}

type Term = { key: DeliveryFilterKey; value: string } | { message: string; suggestion?: string };

function readTerm({ subject, operator, value, isNegative }: FilterToken, written: string): Term {
  const { name } = subject;
  const key = deliveryKeyNamed(name);
  if (key === null) {
    const similar = nearest(name, deliveryFilterKeys.map(deliveryBoxName));
    return {
      message: `Unknown filter "${name}".`,
      suggestion: similar === null ? quoteText(written) : `${similar}:${quote(value.text)}`,
    };
  }
  if (isNegative) return { message: `"${name}" can't be negated.` };
  const comparison = operator.text === ":" || operator.text === "=" ? "" : operator.text;
  if (comparison !== "" && key !== "size") return { message: `"${name}" doesn't support ${comparison}.` };
  const { values = [], read } = deliveryFilterOf(key);
  if (value.text.trim() === "") {
    const [example] = values;
    return { message: `"${name}" needs a value${example ? `, such as ${name}:${example}` : ""}.` };
  }
  const result = read(comparison + value.text);
  if ("value" in result) return { key, value: result.value };
  const similar = nearest(value.text, values);
  return { message: `"${name}" ${result.problem}.`, ...(similar === null ? {} : { suggestion: `${name}:${similar}` }) };
}

/** The filter with this name in the search box, or null. */
export function deliveryKeyNamed(name: string): DeliveryFilterKey | null {
  const plain = (text: string) => text.toLowerCase().replaceAll("-", "");
  return deliveryFilterKeys.find((key) => plain(key) === plain(name)) ?? null;
}
