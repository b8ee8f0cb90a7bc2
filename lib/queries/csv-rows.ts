import "server-only";
import { stringify } from "csv-stringify/sync";

export type Cell = string | number | boolean | null | undefined;

/** Rows of a table as CSV (RFC 4180). Texts that somebody outside wrote go through {@link safeText}. */
export function csvRows(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    {
      record_delimiter: "windows",
      cast: { boolean: String, number: String },
    },
  );
}

/**
 * A text that no spreadsheet takes for a formula: what visitors wrote must not run on the desk of whoever opens the file
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function safeText(text: string): string {
  return /^[\t\r\n]|^[\s\p{C}]*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
}
