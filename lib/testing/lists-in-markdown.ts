import type { ColumnDefinition } from "@/lib/columns/column-definition";
import { columnKeys, columns } from "@/lib/columns/columns";
import { sortLabel, sorts } from "@/lib/columns/sorts";
import { type Field, fields } from "@/lib/filter-text/fields";
import { formatFilters, variableTerm } from "@/lib/filter-text/format-filters";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { operators } from "@/lib/filters/values/operators";
import {
  type VariableTest,
  variablePrefixes,
  variableTestNames,
  variableTestTexts,
} from "@/lib/filters/values/variable-filter";
import { writeFilters } from "@/lib/filters/write-filters";

/** The content of docs/lists.md, generated from the definitions. */
export function listsInMarkdown(): string {
  return `# Filters, sort orders and columns of the list

The inbox, its URL, the API and the export share these definitions. Repeating a filter means "any of"; a minus before its name
means "none of"; different filters must all hold. Names and fixed values are read in any case. This page is made of \`lib/filters\` and
\`lib/columns\`; a test compares it.

## Filters

${table(
  ["Filter", "Search box", "URL", "Finds"],
  fields.map((field) => [nameOf(field), code(inBox(field)), code(inUrl(field)), descriptionOf(field)]),
)}

A minus (\`-label:spam\`, in a URL \`-label=spam\`) excludes the values of ${negatable()}. Words outside any filter are texts that must all
occur: \`refund "two words"\`; \`-spam\` excludes one.

${table(
  ["Kind of value", "Operators in the search box"],
  Object.entries(operators).map(([kind, known]) => [kind, known.map(code).join(" ")]),
)}

## Variables

${table(
  ["Search box", "URL", "Finds"],
  variableTestNames.map((test) => [
    code(variableTerm({ name: "plan", test, value: exampleOf(test) })),
    code(`${variablePrefixes[test]}plan=${exampleOf(test)}`),
    variableTestTexts[test],
  ]),
)}

## Sort orders

${table(
  ["`sort=`", "Order"],
  sorts.map((sort) => [code(sort), sortLabel(sort)]),
)}

Conversations without a value come last in both directions.

## Columns

${table(
  ["Column", "`sort=`", "CSV columns"],
  columnKeys.map((key) => {
    const { label, sort, csv }: ColumnDefinition = columns[key];
    return [label, sort === undefined ? "" : code(sort.name), Object.keys(csv).map(code).join(" ")];
  }),
)}

Any variable is a column as well: \`var.plan\`.
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}

function nameOf({ definition, key, filter }: Field): string {
  return filter === key ? definition.label : `${definition.label} (all)`;
}

function descriptionOf({ definition, key, filter }: Field): string {
  return filter === key ? definition.description : `As \`${key}\`, but repeating it means all of them.`;
}

function inBox(field: Field): string {
  // Two values for a text: a single one is written as words.
  const values = field.key === "q" ? [field.definition.example, "parcel"] : [field.definition.example];
  return formatFilters(example(field, values));
}

function inUrl(field: Field): string {
  return decodeURIComponent(writeFilters(example(field, [field.definition.example])).toString());
}

function example({ filter, isList, definition }: Field, values: readonly string[]): ConversationFilters {
  return { ...noFilters, [filter]: isList ? values : definition.example };
}

function negatable(): string {
  const names = fields.filter(({ none }) => none !== null).map(({ name }) => code(name));
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function exampleOf(test: VariableTest): string {
  if (test === "exists") return "yes";
  return test === "is" || test === "not" || test === "contains" ? "pro" : "10";
}
