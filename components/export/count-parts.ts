import type { ExportFormat } from "@/lib/api/schemas/export";

/** Receives the next bytes of a file and returns how many parts have been received so far. */
export type PartCounter = (bytes: Uint8Array) => number;

/** Counts a format's parts, as its total does: a table's rows without the header, lines, or files in a zip. */
export function countParts(format: ExportFormat): PartCounter {
  return { csv: countRows, jsonl: countLines, zip: countFiles }[format]();
}

const newline = 0x0a;
const quote = 0x22;

/** RFC 4180: a line break within quotes does not end a row, and quotes within quotes are doubled. */
function countRows(): PartCounter {
  let rows = -1;
  let isQuoted = false;
  return (bytes) => {
    for (const byte of bytes) {
      if (byte === quote) isQuoted = !isQuoted;
      else if (byte === newline && !isQuoted) rows++;
    }
    return Math.max(rows, 0);
  };
}

function countLines(): PartCounter {
  let lines = 0;
  return (bytes) => {
    for (const byte of bytes) if (byte === newline) lines++;
    return lines;
  };
}

/**
 * Each file begins with `PK` 3 4, which compressed data contains by chance about once in 4 GB: good enough for a progress bar.
 */
function countFiles(): PartCounter {
  const signature = [0x50, 0x4b, 0x03, 0x04];
  let files = 0;
  let matched = 0;
  return (bytes) => {
    for (const byte of bytes) {
      if (byte !== signature[matched]) matched = byte === signature[0] ? 1 : 0;
      else if (++matched === signature.length) {
        files++;
        matched = 0;
      }
    }
    return files;
  };
}
