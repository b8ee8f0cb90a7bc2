import type { Summary } from "@/lib/conversation/conversation";
import type { CsvValue } from "./column-definition";
import { type CsvColumn, columnKeys, columns } from "./columns";

/** A column of the CSV export: a field of a conversation's summary, or a variable. */
export type ExportColumn = CsvColumn | `var.${string}`;

type Read = (summary: Summary) => CsvValue;

const readers = new Map<string, Read>(columnKeys.flatMap((key) => Object.entries<Read>(columns[key].csv)));

/** The columns of a summary, in default order. */
// Derived from the same table as the type.
export const csvColumns = [...readers.keys()] as CsvColumn[];

/** What a column is called: a variable by its name, others as in the table. */
export function exportColumnLabel(name: ExportColumn): string {
  const variable = variableOf(name);
  if (variable !== null) return variable;
  const key = columnKeys.find((one) => name in columns[one].csv);
  if (key === undefined) return name;
  const unit = name.endsWith("Ms") ? " (ms)" : "";
  if (Object.keys(columns[key].csv).length === 1) return columns[key].label + unit;
  const part = name.split(".").at(-1) ?? name;
  return `${columns[key].label}: ${part.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
}

/** The columns of the CSV that hold what these columns of the table show. */
export function exportColumnsOf(shown: readonly string[]): ExportColumn[] {
  return shown.flatMap((id): ExportColumn[] => {
    if (isVariable(id)) return [id];
    const key = columnKeys.find((one) => one === id);
    // The table's own names of its columns.
    return key === undefined ? [] : (Object.keys(columns[key].csv) as CsvColumn[]);
  });
}

/** What a column of a summary holds; null for a variable's. */
export function csvValue(column: ExportColumn, summary: Summary): CsvValue {
  return readers.get(column)?.(summary) ?? null;
}

/**
 * Parses `columns=`: each value contains column names separated by commas. A name with a comma is in quotation marks, with
 * quotation marks inside doubled: `title,"var.size, in cm"`. Without a value: all columns of a summary.
 */
export function readColumns(values: readonly string[]): readonly ExportColumn[] {
  const names = [...new Set(values.flatMap(namesIn))].filter(isColumn);
  return names.length === 0 ? csvColumns : names;
}

/** The first unknown column name in a value of `columns=`; null if all are known. */
export function unknownColumn(value: string): string | null {
  return namesIn(value).find((name) => !isColumn(name)) ?? null;
}

/** The value of `columns=` for these columns. */
export function writeColumns(names: readonly string[]): string {
  return names.map((name) => (/[",]|^\s|\s$/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join(",");
}

/** The variable of a column; null for a column of the summary. */
export function variableOf(column: ExportColumn): string | null {
  return isVariable(column) ? column.slice("var.".length) : null;
}

/** The variables in values of `columns=`. */
export function variablesAmong(values: readonly string[]): string[] {
  return [...new Set(values.flatMap(namesIn))].filter(isVariable).map((column) => column.slice("var.".length));
}

function namesIn(value: string): string[] {
  const names = `${value},`.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*|([^,]*)),/gy);
  return [...names].map(([, quoted, bare = ""]) => quoted?.replaceAll('""', '"') ?? bare.trim());
}

function isColumn(name: string): name is ExportColumn {
  return isVariable(name) || readers.has(name);
}

export function isVariable(name: string): name is `var.${string}` {
  return name.startsWith("var.") && name.length > "var.".length;
}
