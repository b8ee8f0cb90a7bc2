import "server-only";
import { stringify } from "csv-stringify/sync";
import type { CsvDialect } from "@/lib/api/schemas/export";
import { guardFormulas } from "./guard-formulas";

export type Cell = string | number | boolean | null | undefined;

/** Rows of a table as CSV (RFC 4180): all texts are quoted, whatever separator a program expects. */
export function csvRows(rows: readonly (readonly Cell[])[], dialect: CsvDialect): string {
  return write(rows, dialect, true);
}

/** The header row. */
export function csvHeader(names: readonly string[], dialect: CsvDialect): string {
  return write([names], dialect, false);
}

/** A whole table with its header row. */
export function csvTable(
  names: readonly string[],
  rows: readonly (readonly Cell[])[],
  dialect: CsvDialect = "spreadsheet",
): string {
  return csvHeader(names, dialect) + csvRows(rows, dialect);
}

function write(rows: readonly (readonly Cell[])[], dialect: CsvDialect, quotesTexts: boolean): string {
  return stringify(
    rows.map((row) => [...row]),
    {
      record_delimiter: "windows",
      quoted_string: quotesTexts,
      // Otherwise only the record's own delimiter counts.
      quoted_match: /[\r\n\t;]/,
      cast: {
        boolean: String,
        number: String,
        string: dialect === "plain" ? (text) => text : guardFormulas,
      },
    },
  );
}
