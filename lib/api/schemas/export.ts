import { z } from "zod";

/** Formats: a table with a row per conversation, a line of JSON per event, or transcripts. */
export const exportFormat = z.enum(["csv", "jsonl", "zip"], 'must be "csv", "jsonl" or "zip"');

export type ExportFormat = z.output<typeof exportFormat>;

/** Whether cells that a spreadsheet would treat as formulas are escaped with an apostrophe. */
export const csvDialect = z.enum(["spreadsheet", "plain"], 'must be "spreadsheet" or "plain"');

export type CsvDialect = z.output<typeof csvDialect>;

/** `GET /export/size`. */
export const exportSize = z.object({ conversations: z.int(), events: z.int() });
