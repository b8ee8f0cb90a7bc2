import {
  type ConversationFilters,
  noFilters,
  readFilters,
  searchesFault,
  searchesOf,
  writeFilters,
} from "@/lib/api/filters";
import { variablePrefixes } from "@/lib/api/variable-filter";
import { type Field, fieldNamed, fields, type ListFilter, type SingleFilter } from "./fields";
import { nearest } from "./nearest";
import { isVariableAlone, quote, quoteName, quoteText } from "./quote";
import { readVariable } from "./read-variable";
import { longestFilterText, type Span, type Token, tokenise } from "./tokenise";

/** What is not understood, and where. */
export interface Problem {
  at: Span;
  message: string;
  /** What could stand there instead. */
  suggestion?: string;
}

export interface FilterText {
  /** What is understood. */
  filters: ConversationFilters;
  /** In the order of the text. What they are about is not among the filters. */
  problems: Problem[];
  tokens: Token[];
}

/**
 * Reads `status:open label:"needs review" var.plan=pro -assignee:none created:7d messages:>10 refund "two words"`.
 * `name:value` is a filter (lib/filter-text/fields.ts), with a minus its opposite; the same one again means "any of". Everything else
 * is text to search for: each word, or what stands in quotation marks, has to occur. Within quotation marks `\"` and `\\` stand
 * for `"` and `\`; “ ”, „ “ and « » do as well. Names and fixed values are read in any case. Total: nothing typed is left out without a problem.
 */
export function parseFilterText(text: string): FilterText {
  if (text.length > longestFilterText) {
    const message = `The filters are longer than ${longestFilterText.toLocaleString("en")} characters.`;
    return { filters: noFilters, problems: [{ at: { start: 0, end: text.length }, message }], tokens: [] };
  }
  const tokens = tokenise(text);
  const reading: Reading = { filters: structuredClone(noFilters), words: [], problems: [] };
  for (const token of tokens) {
    const problem = readTerm(reading, token, text) ?? (token.value.isClosed ? null : unclosed(token));
    if (problem !== null) reading.problems.push({ at: { start: token.start, end: token.end }, ...problem });
  }
  const { filters, words, problems } = reading;
  if (words.length === 1 && filters.q.length === 0) filters.q = words;
  else filters["q.all"] = words;
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

/** What is wrong with a term, unless told otherwise with all of it. */
export type Fault = Omit<Problem, "at"> & { at?: Span };

function readTerm(reading: Reading, token: Token, text: string): Fault | null {
  const { subject } = token;
  if (subject === null) return readText(reading, token);
  if (subject.kind === "unknown") return unknownName(token, text);
  if (subject.kind === "variable") {
    const read = readVariable(token);
    if ("message" in read) return read;
    const isKnown = reading.filters.variables.some(
      ({ name, test, value }) => name === read.name && test === read.test && value === read.value,
    );
    return (
      refusal(variablePrefixes[read.test] + read.name, read.value) ??
      (isKnown ? null : add(reading.filters.variables, read))
    );
  }
  const field = fieldNamed(subject.name);
  if (field === null) return unknownName(token, text);
  return field.kind === "list" ? readList(reading, token, field) : readSingle(reading, token, field);
}

function readText({ filters, words }: Reading, { isNegative, value }: Token): Fault | null {
  const wanted = value.text.trim();
  if (wanted === "") return { message: "There is no text between the quotation marks." };
  const searches = isNegative ? filters["-q"] : words;
  if (searches.includes(wanted)) return null;
  const fault =
    (value.isQuoted ? null : unlikeText(wanted, isNegative ? "-" : "")) ??
    searchesFault([...words, ...searchesOf(filters), wanted]) ??
    refusal("q", wanted);
  return fault ?? add(searches, wanted);
}

/** What elsewhere, or with a bit more, is no text to search for. In quotation marks it is. */
function unlikeText(written: string, sign: "-" | ""): Fault | null {
  if (isVariableAlone(written)) {
    const message = "What the variable has to be is missing, as in var.plan=pro. In quotation marks it is text.";
    return { message, suggestion: `${sign}var.${quoteName(written.slice("var.".length))}:*` };
  }
  const meaning = operators.get(written);
  return meaning === undefined
    ? null
    : { message: `${meaning} In quotation marks it is text to search for.`, suggestion: sign + quoteText(written) };
}

/** As other search boxes know them. */
const operators = new Map([
  ["AND", "All that stands here has to hold anyway."],
  ["OR", "Several values of one filter mean any of them: text:a text:b."],
  ["NOT", "A minus turns a filter or a word round: -label:a."],
]);

function readList({ filters, words }: Reading, { isNegative, operator, value }: Token, field: Field): Fault | null {
  const { name, none } = field;
  const isNone = isNegative !== (operator?.text === "!=");
  if (operator?.text !== ":" && operator?.text !== "=" && operator?.text !== "!=") {
    return { message: `"${name}" knows no "${operator?.text}".`, suggestion: `${name}:${quote(value.text)}` };
  }
  const wanted = listValue(field, value.text);
  if (wanted === "") return missingValue(field);
  if (isNone && none === null) return { message: `"${name}" cannot be turned round.` };
  // A list has a filter for its values, and a list of those without them.
  const filter = (isNone ? none : field.filter) as ListFilter;
  const fault = refusal(filter, wanted);
  if (fault !== null) return { ...fault, ...suggestion(field, value.text) };
  // Its own schema has just accepted the value.
  const values = filters[filter] as string[];
  if (values.includes(wanted)) return null;
  const tooMany = field.filter === "q" ? searchesFault([...words, ...searchesOf(filters), wanted]) : null;
  return tooMany ?? add(values, wanted);
}

function listValue({ filter }: Field, text: string): string {
  if (filter === "status") return text.toLowerCase();
  return filter === "q" ? text.trim() : text;
}

function readSingle({ filters }: Reading, token: Token, field: Field): Fault | null {
  const { isNegative, operator, value } = token;
  const { name, kind } = field;
  const filter = field.filter as SingleFilter;
  const isComparison = operator?.text !== ":" && operator?.text !== "=";
  if (value.text.trim() === "") return missingValue(field);
  if (
    operator?.text === "~" ||
    operator?.text === "!=" ||
    (isComparison && (kind === "yes or no" || kind === "moment"))
  ) {
    return { message: `"${name}" knows no "${operator?.text}".` };
  }
  if (isNegative && kind !== "yes or no") return { message: `"${name}" cannot be turned round.` };
  const given = isComparison ? `${operator?.text}${value.text}` : value.text;
  const wanted = kind === "yes or no" ? answer(given, isNegative) : given;
  const fault = refusal(filter, wanted);
  if (fault !== null) return { ...fault, ...suggestion(field, value.text) };
  if (filters[filter] !== null && filters[filter] !== wanted) {
    const advice =
      kind === "moments" || kind === "count" || kind === "duration" ? ` Both ends fit in one: ${name}:A..B` : "";
    return { message: `"${name}" can be given only once.${advice}` };
  }
  Object.assign(filters, { [filter]: wanted });
  return null;
}

/** What the API says to such a parameter. */
function refusal(parameter: string, value: string): Fault | null {
  const read = readFilters(new URLSearchParams([[parameter, value]]));
  return read.ok ? null : { message: read.message };
}

function unknownName({ subject, start, end }: Token, text: string): Fault {
  const name = subject?.name ?? "";
  const similar = nearest(
    name,
    fields.map((field) => field.name),
  );
  const asText = quoteText(text.slice(start, end));
  return similar === null || subject === null
    ? { message: `There is no filter "${name}". In quotation marks it is text to search for.`, suggestion: asText }
    : {
        message: `There is no filter "${name}". Is it "${similar}"?`,
        at: { start: subject.start, end: subject.end },
        suggestion: similar,
      };
}

function missingValue({ name, values }: Field): Fault {
  const example = values.length > 0 ? `, such as ${name}:${values[0]}` : "";
  return { message: `"${name}" needs a value${example}.` };
}

function unclosed({ value }: Token): Fault {
  return { message: "The quotation mark has no end.", at: { start: value.end, end: value.end }, suggestion: '"' };
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
