import { type FileLine, fileStart, maxLineBytes } from "@/lib/ingest/import/read-lines";
import { sign } from "@/lib/json/json-text";

const newline = 0x0a;

/**
 * The values of a document that is not JSON Lines: the elements of a list, or consecutive values over any number of lines. Each
 * has the number of its first line. Holds one value at a time.
 */
export async function* readValues(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileLine> {
  const scanner = new ValueScanner();
  for await (const chunk of chunks) yield* scanner.take(chunk);
  yield* scanner.finish();
}

class ValueScanner {
  private line = fileStart.line;
  private offset = fileStart.offset;
  private depth = 0;
  /** The nesting depth of values: 1 within a list. */
  private base = 0;
  private isInText = false;
  private isEscaped = false;
  private parts: Uint8Array[] = [];
  private length = 0;
  private beganAt: number | null = null;

  *take(chunk: Uint8Array): Generator<FileLine> {
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk[at] ?? 0;
      const wasOpen = this.beganAt !== null;
      const ends = this.step(code);
      if (!wasOpen && this.beganAt !== null) start = at;
      if (code === newline) this.line += 1;
      if (ends === null) continue;
      this.keep(chunk.subarray(start, ends === "with it" ? at + 1 : at));
      yield this.value(this.offset + at + 1);
    }
    if (this.beganAt !== null) this.keep(chunk.subarray(start));
    this.offset += chunk.length;
  }

  /** A truncated last value. */
  *finish(): Generator<FileLine> {
    if (this.beganAt !== null) yield this.value(this.offset);
  }

  /** Whether the value ends with this byte, or before it. */
  private step(code: number): "with it" | "before it" | null {
    if (this.isInText) {
      const closes = code === sign.quote && !this.isEscaped;
      this.isEscaped = code === sign.backslash && !this.isEscaped;
      if (closes) this.isInText = false;
      return closes && this.depth === this.base ? "with it" : null;
    }
    const isBetween = this.depth === this.base;
    if (code === sign.closeBrace || code === sign.closeBracket) {
      if (isBetween) return this.closeList();
      this.depth -= 1;
      return this.depth === this.base ? "with it" : null;
    }
    if (isBetween && (code <= 0x20 || code === sign.comma)) return this.beganAt === null ? null : "before it";
    if (isBetween && this.base === 0 && code === sign.openBracket) {
      this.base = 1;
      this.depth = 1;
      return null;
    }
    this.beganAt ??= this.line;
    if (code === sign.quote) this.isInText = true;
    else if (code === sign.openBrace || code === sign.openBracket) this.depth += 1;
    return null;
  }

  private closeList(): "before it" | null {
    this.base = 0;
    this.depth = 0;
    return this.beganAt === null ? null : "before it";
  }

  private keep(part: Uint8Array): void {
    this.length += part.length;
    if (this.length > maxLineBytes) this.parts = [];
    else this.parts.push(part.slice());
  }

  private value(end: number): FileLine {
    const bytes = this.length > maxLineBytes ? null : Buffer.concat(this.parts);
    const line = { number: this.beganAt ?? this.line, bytes, end };
    this.parts = [];
    this.length = 0;
    this.beganAt = null;
    return line;
  }
}
