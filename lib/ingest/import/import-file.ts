import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Store } from "@/lib/store/connection/client";
import { readImportProgress, saveImportProgress } from "@/lib/store/log/import-progress";
import { type ImportOptions, type ImportReport, importAll } from "./import-all";
import { readImport } from "./read-import";
import { type FilePlace, fileStart, readLines } from "./read-lines";

const sampleBytes = 4096;

/**
 * Imports a file, resuming an interrupted import into this database. A compressed file, a document, or one in UTF-16 starts from
 * the beginning, and stored events are duplicates.
 *
 * @returns what this run imported, and where it started
 * @throws as `importAll`; Error from the file system
 */
export async function importFile(
  store: Store,
  path: string,
  options: ImportOptions,
): Promise<ImportReport & { began: FilePlace }> {
  const fingerprint = await hashOf(path, 0, sampleBytes);
  const began = await placeToBegin(store, path, fingerprint);
  const chunks = createReadStream(path, { start: began.offset, highWaterMark: 1024 ** 2 });
  const isResumed = began.offset > 0;
  const { lines, isResumable } = isResumed
    ? { lines: readLines(chunks, began), isResumable: true }
    : await readImport(chunks);
  const report = await importAll(store, lines, {
    ...options,
    onProgress: async (reached) => {
      if (isResumable) await saveProgress(store, path, fingerprint, reached.next);
      await options.onProgress(reached);
    },
  });
  if (!options.signal.aborted) await saveImportProgress(store, fingerprint, null);
  return { ...report, began };
}

async function saveProgress(
  store: Store,
  path: string,
  fingerprint: string,
  { line, offset }: FilePlace,
): Promise<void> {
  const tail = await hashOf(path, Math.max(0, offset - sampleBytes), offset);
  await saveImportProgress(store, fingerprint, { line, offset, tail });
}

/** Only if the file is unchanged up to there. */
async function placeToBegin(store: Store, path: string, fingerprint: string): Promise<FilePlace> {
  const progress = await readImportProgress(store, fingerprint);
  if (progress === null) return fileStart;
  const { line, offset, tail } = progress;
  const isSame = (await hashOf(path, Math.max(0, offset - sampleBytes), offset)) === tail;
  return isSame ? { line, offset } : fileStart;
}

async function hashOf(path: string, start: number, end: number): Promise<string> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(end - start);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    return createHash("sha256").update(bytes.subarray(0, bytesRead)).digest("hex").slice(0, 32);
  } finally {
    await file.close();
  }
}
