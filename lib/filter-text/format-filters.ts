import { type ConversationFilters, valuesOf } from "@/lib/filters/conversation-filters";
import type { VariableFilter } from "@/lib/filters/values/variable-filter";
import { type Field, fields } from "./fields";
import { quote, quoteName, quoteText } from "./quote";

/** Writes filters as text; `parseFilterText` parses it back to the same filters. */
export function formatFilters(filters: ConversationFilters): string {
  const sole = filters.q.length === 1 && filters["q.all"].length === 0;
  return [
    ...fields.flatMap((field) => (field.filter === "q" && sole ? excluded(field, filters) : termsOf(field, filters))),
    ...filters.variables.map(variableTerm),
    ...(sole ? filters.q : filters["q.all"]).map(quoteText),
  ].join(" ");
}

function termsOf(field: Field, filters: ConversationFilters): string[] {
  return [
    ...valuesOf(filters, field.filter).map((value) => `${field.name}:${fieldValue(field, value)}`),
    ...excluded(field, filters),
  ];
}

function excluded({ name, none, filter }: Field, filters: ConversationFilters): string[] {
  if (none === null) return [];
  return valuesOf(filters, none).map((value) => (filter === "q" ? `-${quoteText(value)}` : `-${name}:${quote(value)}`));
}

/** A value after its filter's name; the operator of a range needs no quotation marks. */
export function fieldValue({ isList }: Field, value: string): string {
  return !isList && /^[^\s"“”„‟«»＂][^\s"]*$/.test(value) ? value : quote(value);
}

const operators = { is: "=", not: "=", contains: "~", over: ">", under: "<", min: ">=", max: "<=" } as const;

/** `var.plan=pro`, `-var.plan=pro`, `var.plan~pr`, `var.plan:*` (set), `-var.plan:*` (not set), `var.orders>=10`. */
export function variableTerm({ name, test, value }: VariableFilter): string {
  const subject = `var.${quoteName(name)}`;
  if (test === "exists") return value === "yes" ? `${subject}:*` : `-${subject}:*`;
  return `${test === "not" ? "-" : ""}${subject}${operators[test]}${quote(value)}`;
}
