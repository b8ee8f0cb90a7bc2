import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { AppError } from "@/lib/errors/app-error";
import { isGzip, startsWith } from "@/lib/ingest/body/compression-marks";
import { readValues } from "@/lib/ingest/body/read-values";
import { encodingOf, textOf } from "@/lib/ingest/body/text-of";
import { parseRaw } from "@/lib/json/parse-json";
import { type FileLine, readLines } from "./read-lines";

/** Enough to detect the format of a file. */
const headBytes = 65_536;

const accepted =
  "Accepted are JSON Lines, a JSON document and a list, in UTF-8 or UTF-16, as they are or in gzip: bodies of deliveries, events, or the export.";

export interface ImportSource {
  lines: AsyncIterable<FileLine>;
  /** Whether line positions are byte offsets of the file, so that a later import can resume there. */
  isResumable: boolean;
}

/**
 * The lines of an import, with the format detected by the first bytes: JSON Lines, or the values of a document. `chunks` start at
 * the beginning of the file.
 *
 * @throws AppError import_unreadable for any other format
 */
export async function readImport(chunks: AsyncIterable<Uint8Array>): Promise<ImportSource> {
  let source = await withHead(chunks);
  let isResumable = true;
  if (isGzip(source.head)) {
    source = await withHead(unzipped(source.chunks));
    isResumable = false;
  }
  const { encoding } = encodingOf(source.head);
  if (encoding !== "utf-8") {
    source = await withHead(asUtf8(source.chunks, encoding));
    isResumable = false;
  }
  const { text } = textOf(source.head);
  const kind = kindOf(source.head, text);
  if (kind !== null) throw new AppError("import_unreadable", `The file is ${kind}. ${accepted}`);
  if (isDocument(text)) return { lines: readValues(withoutMark(source.chunks)), isResumable: false };
  return { lines: readLines(source.chunks), isResumable };
}

async function withHead(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; chunks: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let length = 0;
  while (length < headBytes) {
    const next = await iterator.next();
    if (next.done) break;
    read.push(next.value);
    length += next.value.length;
  }
  async function* all() {
    yield* read;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { head: Buffer.concat(read).subarray(0, headBytes), chunks: all() };
}

async function* unzipped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Errors are thrown to the reader of the stream.
  const stream = pipeline(chunks, createGunzip(), () => {});
  try {
    yield* stream;
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith("Z_") !== true) throw error;
    throw new AppError(
      "import_unreadable",
      "The gzip file is damaged or incomplete. Some of it may have been imported; importing it again is safe.",
    );
  }
}

async function* asUtf8(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

async function* withoutMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const chunk of chunks) {
    yield isFirst && startsWith(chunk, [0xef, 0xbb, 0xbf]) ? chunk.subarray(3) : chunk;
    isFirst = false;
  }
}

const kinds: [name: string, start: number[]][] = [
  ["a zip archive", [0x50, 0x4b, 0x03, 0x04]],
  ["an SQLite database", [...Buffer.from("SQLite format 3\0")]],
  ["a PDF", [...Buffer.from("%PDF-")]],
  ["compressed with zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["compressed with bzip2", [...Buffer.from("BZh")]],
  ["compressed with xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
];

/** The type of a file that is not JSON, for the error message; null if it may be JSON. */
function kindOf(head: Uint8Array, text: string): string | null {
  const known = kinds.find(([, start]) => startsWith(head, start));
  if (known !== undefined) return known[0];
  const start = text.trimStart();
  if (start === "" || /^[{["]/.test(start)) return null;
  if (start.startsWith("<")) return "XML or HTML";
  if (head.includes(0)) return "binary";
  return /^[^\n]*[,;\t][^\n]*\n/.test(start) ? "a table such as CSV" : "text that does not begin with JSON";
}

/** A list, or a value that continues after its first line in a way in which no JSON Lines line starts. */
function isDocument(text: string): boolean {
  const start = text.trimStart();
  if (start.startsWith("[")) return true;
  const end = start.indexOf("\n");
  const goesOn = end !== -1 && /^(?:\s|["}\]])/.test(start.slice(end + 1));
  return goesOn && !isWhole(start.slice(0, end));
}

function isWhole(line: string): boolean {
  try {
    parseRaw(line);
    return true;
  } catch {
    return false;
  }
}
