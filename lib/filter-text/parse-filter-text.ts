import { type ConversationFilters, type FilterName, noFilters, valuesOf } from "@/lib/filters/conversation-filters";
import { readFilters } from "@/lib/filters/read-filters";
import { searchesOf, searchNames, searchProblem } from "@/lib/filters/searches";
import { isRange, type Operator, operators } from "@/lib/filters/values/operators";
import { variablePrefixes } from "@/lib/filters/values/variable-filter";
import { writeFilters } from "@/lib/filters/write-filters";
import { type Field, fieldNamed, fields } from "./fields";
import { nearest } from "./nearest";
import type { Problem } from "./problem";
import { isVariableAlone, quote, quoteName, quoteText } from "./quote";
import { readVariable } from "./read-variable";
import { type FilterToken, maxFilterTextLength, type Span, type TextToken, type Token, tokenise } from "./tokenise";

export interface FilterText {
  /** The valid terms. */
  filters: ConversationFilters;
  /** In the order of the text. These terms are not in `filters`. */
  problems: Problem[];
  tokens: Token[];
}

/**
 * Parses `status:open label:"needs review" var.plan=pro -assignee:none created:7d messages:>10 refund "two words"`. `name:value`
 * is a filter (lib/filters), negated by a minus; repeating a filter means "any of". Everything else is search text: each word or
 * quoted phrase has to occur. In quotation marks, `\"` and `\\` are `"` and `\`; “ ”, „ “ and « » are quotation marks, too. Names
 * and fixed values are case-insensitive. Total: everything typed is either in `filters` or in `problems`.
 */
export function parseFilterText(text: string): FilterText {
  if (text.length > maxFilterTextLength) {
    const message = `The filters are longer than ${maxFilterTextLength.toLocaleString("en")} characters.`;
    return { filters: noFilters, problems: [{ at: { start: 0, end: text.length }, message }], tokens: [] };
  }
  const tokens = tokenise(text);
  const reading: Reading = { filters: structuredClone(noFilters), words: [], problems: [] };
  for (const token of tokens) {
    const problem = readTerm(reading, token, text) ?? (token.value.isClosed ? null : unclosed(token));
    if (problem !== null) reading.problems.push({ at: { start: token.start, end: token.end }, ...problem });
  }
  const { filters, words, problems } = reading;
  filters["q.all"] = words;
  const whole = readFilters(writeFilters(filters));
  if (whole.ok) return { filters: whole.filters, problems, tokens };
  return {
    filters: noFilters,
    problems: [...problems, { at: { start: 0, end: text.length }, message: whole.message }],
    tokens,
  };
}

interface Reading {
  filters: ConversationFilters;
  words: string[];
  problems: Problem[];
}

/** A problem with a term; at the whole term unless `at` is set. */
export type Fault = Omit<Problem, "at"> & { at?: Span };

function readTerm(reading: Reading, token: Token, text: string): Fault | null {
  if (token.subject === null) return readText(reading, token);
  if (token.subject.kind === "variable") {
    const read = readVariable(token);
    if ("message" in read) return read;
    return refusal(variablePrefixes[read.test] + read.name, read.value) ?? add(reading.filters.variables, read);
  }
  const field = fieldNamed(token.subject.name);
  if (field === null) return unknownName(token, text);
  return field.isList ? readList(reading, token, field) : readSingle(reading, token, field);
}

function readText({ filters, words }: Reading, { isNegative, value }: TextToken): Fault | null {
  const wanted = value.text.trim();
  if (wanted === "") return { message: "Add text between the quotation marks." };
  const searches = isNegative ? filters["-q"] : words;
  if (searches.includes(wanted)) return null;
  const fault =
    (value.isQuoted ? null : unlikeText(wanted, isNegative ? "-" : "")) ??
    problem(searchProblem([...words, ...searchesOf(filters), wanted])) ??
    refusal("q", wanted);
  return fault ?? add(searches, wanted);
}

/** Text that looks like an operator or an incomplete filter. In quotation marks it is search text. */
function unlikeText(written: string, sign: "-" | ""): Fault | null {
  if (isVariableAlone(written)) {
    const message = "Add a value, for example var.plan=pro. To search for this text, put it in quotation marks.";
    return { message, suggestion: `${sign}var.${quoteName(written.slice("var.".length))}:*` };
  }
  const meaning = connectives.get(written);
  return meaning === undefined
    ? null
    : {
        message: `${meaning} To search for this word, put it in quotation marks.`,
        suggestion: sign + quoteText(written),
      };
}

/** Boolean operators of other search boxes. */
const connectives = new Map([
  ["AND", "All filters apply together anyway."],
  ["OR", "Repeat a filter for any of several values: text:a text:b."],
  ["NOT", "Use a minus to exclude: -label:a."],
]);

type ListField = Field & { isList: true };
type SingleField = Field & { isList: false };

function readList({ filters, words }: Reading, token: FilterToken, field: ListField): Fault | null {
  const { isNegative, operator, value } = token;
  const { name, none, definition } = field;
  const unsupported = unsupportedOperator(field, operator.text);
  if (unsupported !== null) return { ...unsupported, suggestion: `${name}:${quote(value.text)}` };
  const isNone = isNegative !== (operator.text === "!=");
  if (value.text.trim() === "" && (value.text === "" || field.key === "q")) return missingValue(field);
  if (isNone && none === null) return { message: `"${name}" can't be negated.` };
  const filter = (isNone ? none : null) ?? field.filter;
  const fault = refusal(filter, value.text);
  if (fault !== null) return { ...fault, ...suggestion(field, value.text) };
  const read = definition.read(value.text);
  const wanted = "value" in read ? read.value : value.text;
  const values = valuesOf(filters, filter);
  if (values.includes(wanted)) return null;
  const isSearch = searchNames.some((one) => one === filter);
  const tooMany = isSearch ? searchProblem([...words, ...searchesOf(filters), wanted]) : null;
  return problem(tooMany) ?? set(filters, filter, [...values, wanted]);
}

function readSingle({ filters }: Reading, token: FilterToken, field: SingleField): Fault | null {
  const { isNegative, operator, value } = token;
  const { name, filter, definition } = field;
  const isYesOrNo = definition.kind === "yes or no";
  const isComparison = operator.text !== ":" && operator.text !== "=";
  if (value.text.trim() === "") return missingValue(field);
  const unsupported = unsupportedOperator(field, operator.text);
  if (unsupported !== null) return unsupported;
  if (isNegative && !isYesOrNo) return { message: `"${name}" can't be negated.` };
  const given = isComparison ? `${operator.text}${value.text}` : value.text;
  const wanted = isYesOrNo ? answer(given, isNegative) : given;
  const fault = refusal(filter, wanted);
  if (fault !== null) return { ...fault, ...suggestion(field, value.text) };
  if (filters[filter] !== null && filters[filter] !== wanted) {
    const advice = isRange(definition.kind) ? ` Put both ends in one: ${name}:A..B` : "";
    return { message: `"${name}" can be given only once.${advice}` };
  }
  return set(filters, filter, wanted);
}

function unsupportedOperator({ name, definition }: Field, operator: Operator): Fault | null {
  return operators[definition.kind].includes(operator) ? null : { message: `"${name}" doesn't support ${operator}.` };
}

/** Sets a value that the filter's definition has parsed. */
function set(filters: ConversationFilters, filter: FilterName, value: string | readonly string[]): null {
  Object.assign(filters, { [filter]: value });
  return null;
}

function problem(message: string | null): Fault | null {
  return message === null ? null : { message };
}

/** The API's error for such a parameter. */
function refusal(parameter: string, value: string): Fault | null {
  const read = readFilters(new URLSearchParams([[parameter, value]]));
  return read.ok ? null : { message: read.message };
}

function unknownName({ subject, start, end }: FilterToken, text: string): Fault {
  const similar = nearest(
    subject.name,
    fields.map((field) => field.name),
  );
  const asText = quoteText(text.slice(start, end));
  return similar === null
    ? {
        message: `Unknown filter "${subject.name}". To search for this text, put it in quotation marks.`,
        suggestion: asText,
      }
    : {
        message: `Unknown filter "${subject.name}". Did you mean "${similar}"?`,
        at: { start: subject.start, end: subject.end },
        suggestion: similar,
      };
}

function missingValue({ name, values }: Field): Fault {
  const example = values.length > 0 ? `, such as ${name}:${values[0]}` : "";
  return { message: `"${name}" needs a value${example}.` };
}

function unclosed({ value }: Token): Fault {
  return { message: "Closing quotation mark missing.", at: { start: value.end, end: value.end }, suggestion: '"' };
}

function suggestion({ name, values }: Field, typed: string): { suggestion?: string } {
  const similar = nearest(typed, values);
  return similar === null ? {} : { suggestion: `${name}:${similar}` };
}

const answers = new Map([
  ["yes", true],
  ["y", true],
  ["true", true],
  ["no", false],
  ["n", false],
  ["false", false],
]);

function answer(given: string, isNegative: boolean): string {
  const said = answers.get(given.toLowerCase());
  return said === undefined ? given : said !== isNegative ? "yes" : "no";
}

function add<Value>(values: Value[], value: Value): null {
  values.push(value);
  return null;
}
