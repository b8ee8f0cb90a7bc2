import { z } from "zod";

/** The columns of an exported table, named as the parts of a conversation's summary; in this order unless others are chosen. */
export const exportColumns = [
  "key",
  "id",
  "title",
  "status",
  "account.key",
  "bot.id",
  "bot.name",
  "visitor.key",
  "visitor.name",
  "visitor.email",
  "channel.name",
  "assignee.type",
  "assignee.id",
  "assignee.email",
  "assignee.name",
  "labels",
  "createdAt",
  "lastEventAt",
  "eventCount",
  "messageCounts.visitor",
  "messageCounts.bot",
  "messageCounts.user",
  "noteCount",
  "gapCount",
  "awaitsAnswer",
  "lastMessage.text",
  "lastMessage.at",
  "lastMessage.by",
] as const;

export type ExportColumn = (typeof exportColumns)[number] | `var.${string}`;

/**
 * In a URL: each value may name several columns, separated by commas. A name that holds a comma stands in quotation marks, a
 * quotation mark within them twice: `title,"var.size, in cm"`.
 */
export const columnNames = z
  .array(
    z
      .string()
      .max(8000, "is longer than 8000 characters")
      .refine((value) => namesIn(value).every(isColumn), {
        error: ({ input }) => `has no column ${JSON.stringify(namesIn(String(input)).find((name) => !isColumn(name)))}`,
      }),
  )
  .max(200, "has more than 200 values")
  .default([])
  .describe(
    `Columns of the csv, all of the summary unless given: ${exportColumns.join(", ")}, and \`var.<name>\`; a name with a comma in quotation marks: \`"var.a,b"\`.`,
  );

/** The columns that {@link columnNames} means. */
export function readColumns(values: readonly string[]): readonly ExportColumn[] {
  const names = [...new Set(values.flatMap(namesIn))].filter(isColumn);
  return names.length === 0 ? exportColumns : names;
}

/** The value of {@link columnNames} that means these columns. */
export function writeColumns(columns: readonly string[]): string {
  return columns.map((name) => (/[",]|^\s|\s$/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join(",");
}

/** The name of the variable that a column shows; null for one of the summary. */
export function variableOf(column: ExportColumn): string | null {
  return isVariable(column) ? column.slice("var.".length) : null;
}

/** The names of the variables that {@link columnNames} means. */
export function variablesAmong(values: readonly string[]): string[] {
  return [...new Set(values.flatMap(namesIn))].filter(isVariable).map((column) => column.slice("var.".length));
}

function namesIn(value: string): string[] {
  const names = `${value},`.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*|([^,]*)),/gy);
  return [...names].map(([, quoted, bare = ""]) => quoted?.replaceAll('""', '"') ?? bare.trim());
}

function isColumn(name: string): name is ExportColumn {
  return isVariable(name) || exportColumns.some((known) => known === name);
}

function isVariable(name: string): name is `var.${string}` {
  return name.startsWith("var.") && name.length > "var.".length;
}
