import { z } from "zod";

/** What an export can be: a table with a row for each conversation, a line of JSON for each event, or transcripts. */
export const exportFormat = z.enum(["csv", "jsonl", "zip"], 'must be "csv", "jsonl" or "zip"');

export type ExportFormat = z.output<typeof exportFormat>;

/** Whether cells that a spreadsheet would take for a formula are guarded by an apostrophe, or left as they are. */
export const csvDialect = z.enum(["spreadsheet", "plain"], 'must be "spreadsheet" or "plain"');

export type CsvDialect = z.output<typeof csvDialect>;

/** `GET /export/size`. */
export const exportSize = z.object({ conversations: z.int(), events: z.int() });
