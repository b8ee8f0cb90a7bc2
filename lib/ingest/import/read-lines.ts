/** A line of a file, without its line break. */
export interface FileLine {
  /** From 1. */
  number: number;
  /** `null` if longer than `maxLineBytes`. */
  bytes: Uint8Array | null;
  /** Where the next line starts, in bytes from the beginning of the file. */
  end: number;
}

/** Where to start: a line's number and the offset of its first byte. */
export interface FilePlace {
  line: number;
  offset: number;
}

export const fileStart: FilePlace = { line: 1, offset: 0 };

/** Longer lines are skipped, because they would have to be held in memory. */
export const maxLineBytes = 64 * 1024 ** 2;

const newline = 0x0a;

/** The lines of a byte stream that starts at `from`. Holds one line at a time. */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  from: FilePlace = fileStart,
): AsyncGenerator<FileLine> {
  let { line: number, offset } = from;
  let parts: Uint8Array[] = [];
  let length = 0;
  const finish = (end: number): FileLine => {
    const line = { number, bytes: length > maxLineBytes ? null : Buffer.concat(parts), end };
    number += 1;
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, start)) {
      parts.push(chunk.subarray(start, at));
      length += at - start;
      start = at + 1;
      yield finish(offset + start);
    }
    length += chunk.length - start;
    if (length > maxLineBytes) parts = [];
    else parts.push(chunk.subarray(start));
    offset += chunk.length;
  }
  if (length > 0) yield finish(offset);
}
