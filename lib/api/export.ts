import { z } from "zod";

/** What an export can be: a table with a row for each conversation, a line of JSON for each event, or transcripts. */
export const exportFormat = z.enum(["csv", "jsonl", "zip"], 'must be "csv", "jsonl" or "zip"');

export type ExportFormat = z.output<typeof exportFormat>;

/** `GET /export/size`. */
export const exportSize = z.object({ conversations: z.int(), events: z.int() });

/** The columns of the table, named as the parts of a conversation's summary; in this order unless others are chosen. */
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

/** In a URL: each value may name several columns, separated by commas. */
export const columnNames = z
  .array(
    z
      .string()
      .max(1000, "is longer than 1000 characters")
      .refine((value) => namesIn(value).every(isColumn), {
        error: ({ input }) => `has no column ${JSON.stringify(namesIn(String(input)).find((name) => !isColumn(name)))}`,
      }),
  )
  .max(200, "has more than 200 values")
  .default([])
  .describe(`Columns of the csv, all of the summary unless given: ${exportColumns.join(", ")}, and \`var.<name>\`.`);

/** The columns that {@link columnNames} means. */
export function readColumns(values: readonly string[]): readonly ExportColumn[] {
  const names = [...new Set(values.flatMap(namesIn))].filter(isColumn);
  return names.length === 0 ? exportColumns : names;
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
  return value.split(",").map((name) => name.trim());
}

function isColumn(name: string): name is ExportColumn {
  return isVariable(name) || exportColumns.some((known) => known === name);
}

function isVariable(name: string): name is `var.${string}` {
  return name.startsWith("var.") && name.length > "var.".length;
}
