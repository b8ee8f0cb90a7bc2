import "server-only";
import { closeSync, openSync, readSync, statSync, writeSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { SqliteConnection } from "@/lib/store/connection/sqlite-connection";
import { waitForSqlite } from "@/lib/store/connection/sqlite-wait";
import { writeLockOf } from "@/lib/store/connection/write-lock";
import { truncateWal } from "./clean-files";

/** Pages that are cleared under one lock: a few milliseconds. */
const pagesPerTurn = 500;
const attempts = 20;
const pauseMs = 25;
/** Pages read at once. */
const pagesPerPiece = 1000;

/**
 * Overwrites the unused bytes in the pages of a SQLite file with zeros. `secure_delete` zeroes what is deleted, but when SQLite
 * moves rows and index entries to another page, it leaves copies in the unused bytes of the first, and does not find them again
 * when the moved ones are deleted. To SQLite these bytes have no meaning (https://www.sqlite.org/fileformat2.html#b_tree_pages).
 *
 * The write-ahead log must have been emptied after the last deletion (`emptyWal`): it can hold other versions of pages.
 *
 * @returns the number of pages that could not be cleared, since a reader kept the write-ahead log from being emptied
 */
export async function clearUnusedSpace(path: string): Promise<number> {
  const file = await open(path, "r+");
  const connection = SqliteConnection.open(path);
  try {
    const pageBytes = await pageSize(file);
    const found = await pagesToClear(file, pageBytes);
    let left: number[] = [];
    for (let at = 0; at < found.length; at += pagesPerTurn) {
      const turn = { path, file, pageBytes, pages: found.slice(at, at + pagesPerTurn) };
      const release = await writeLockOf(path).acquire();
      try {
        left = left.concat(await clearPages(connection, turn));
      } finally {
        release();
      }
    }
    // Frequently written pages are always in the log, except just after it was emptied.
    for (let attempt = 0; attempt < attempts && left.length > 0; attempt += 1) {
      const release = await writeLockOf(path).acquire();
      try {
        // A wait inside of SQLite would block the whole process.
        connection.run("PRAGMA busy_timeout = 0");
        if (truncateWal(connection)) left = await clearPages(connection, { path, file, pageBytes, pages: left });
      } finally {
        release();
      }
      if (left.length > 0) await pause(pauseMs);
    }
    await file.sync();
    return left.length;
  } finally {
    connection.close();
    await file.close();
  }
}

interface Turn {
  path: string;
  file: FileHandle;
  pageBytes: number;
  /** Numbers of pages, from 1. */
  pages: readonly number[];
}

/**
 * Clears pages while nobody can write. Returns those in the write-ahead log, whose version in the file is not the current one.
 *
 * @throws DriverAdapterError when another process holds the database's write lock for too long
 */
async function clearPages(connection: SqliteConnection, { path, file, pageBytes, pages }: Turn): Promise<number[]> {
  await waitForSqlite(connection, () => connection.run("BEGIN IMMEDIATE"));
  try {
    const logged = pagesInWal(`${path}-wal`, pageBytes);
    const left: number[] = [];
    const page = Buffer.allocUnsafe(pageBytes);
    for (const number of pages) {
      if (logged.has(number)) {
        left.push(number);
        continue;
      }
      const start = (number - 1) * pageBytes;
      if (readSync(file.fd, page, 0, pageBytes, start) !== pageBytes) continue;
      const unused = unusedBytes(page);
      if (unused === null) continue;
      page.fill(0, unused.start, unused.end);
      writeSync(file.fd, page, unused.start, unused.end - unused.start, start + unused.start);
    }
    // Any change makes other connections read pages again that they have in memory, with the copies, and could write back.
    const [[version] = []] = connection.query({ sql: "PRAGMA user_version", args: [], argTypes: [] }).rows;
    connection.run(`PRAGMA user_version = ${(Number(version) + 1) % 1_000_000}`);
    return left;
  } finally {
    connection.run("COMMIT");
  }
}

/** Page 1 is left out: it has the schema, and is written with every turn. */
async function pagesToClear(file: FileHandle, pageBytes: number): Promise<number[]> {
  const found: number[] = [];
  if ((await file.stat()).size / pageBytes > mostPages) return found;
  const piece = Buffer.allocUnsafe(pageBytes * pagesPerPiece);
  for (let first = 1; ; first += pagesPerPiece) {
    const { bytesRead } = await file.read(piece, 0, piece.length, (first - 1) * pageBytes);
    for (let at = 0; (at + 1) * pageBytes <= bytesRead; at += 1) {
      const page = piece.subarray(at * pageBytes, (at + 1) * pageBytes);
      const unused = first + at === 1 ? null : unusedBytes(page);
      if (unused !== null) found.push(first + at);
    }
    if (bytesRead < piece.length) return found;
    await pause(0);
  }
}

/**
 * The bytes between a B-tree page's pointers and its content, if some of them are not 0. Null for other pages: their first byte
 * is the highest of the number of another page, or 0.
 */
function unusedBytes(page: Buffer): { start: number; end: number } | null {
  const headerBytes = headerBytesOf.get(page[0] ?? 0);
  if (headerBytes === undefined) return null;
  const start = headerBytes + 2 * page.readUInt16BE(3);
  const end = page.readUInt16BE(5) || 65_536;
  if (start >= end || end > page.length) return null;
  return page.subarray(start, end).every((byte) => byte === 0) ? null : { start, end };
}

/** By the page's type: interior pages of indexes and tables, then their leaves. */
const headerBytesOf: ReadonlyMap<number, number> = new Map([
  [2, 12],
  [5, 12],
  [10, 8],
  [13, 8],
]);
/** With more pages (137 GB), the number of a page can begin with 2, too. */
const mostPages = 2 ** 25;

async function pageSize(file: FileHandle): Promise<number> {
  const header = Buffer.alloc(100);
  await file.read(header, 0, header.length, 0);
  const size = header.readUInt16BE(16);
  return size === 1 ? 65_536 : size;
}

/** Numbers of all pages in the frames of a write-ahead log, including frames of earlier rounds. */
function pagesInWal(path: string, pageBytes: number): Set<number> {
  const pages = new Set<number>();
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return pages;
  const file = openSync(path, "r");
  try {
    const number = Buffer.alloc(4);
    for (let at = 32; at + 24 + pageBytes <= size; at += 24 + pageBytes) {
      readSync(file, number, 0, 4, at);
      pages.add(number.readUInt32BE(0));
    }
    return pages;
  } finally {
    closeSync(file);
  }
}
