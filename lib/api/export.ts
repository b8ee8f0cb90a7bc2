import { z } from "zod";

/** What an export can be: a table with a row for each conversation, a line of JSON for each event, or transcripts. */
export const exportFormat = z.enum(["csv", "jsonl", "zip"], 'must be "csv", "jsonl" or "zip"');

export type ExportFormat = z.output<typeof exportFormat>;

/** `GET /export/size`. */
export const exportSize = z.object({ conversations: z.int(), events: z.int() });
