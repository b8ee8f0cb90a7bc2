import "server-only";
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { syncToDisk } from "@/lib/store/admin/backup-sqlite";
import { tighten } from "@/lib/store/connection/keep-private";

const digest = z.string().regex(/^[0-9a-f]{32}$/);

/** The first line. The key is that of all digests: 32 bytes. */
const header = z.object({ version: z.literal(1), key: z.string().regex(/^[0-9a-f]{64}$/) });

const entry = z.object({
  /** The erasure's id. */
  id: z.string(),
  /** ISO 8601. */
  at: z.string(),
  mode: z.enum(["content", "whole"]),
  subjectType: z.enum(["visitor", "conversation"]),
  subject: digest,
  refuseFuture: z.boolean(),
  conversations: z.array(digest),
  events: z.array(digest),
  /** The phase in which a legal hold stopped it: of the conversations, only the events are erased. Without: it was completed. */
  stoppedIn: z.string().optional(),
});

/** What was erased, as digests in hexadecimal digits: see `digestOf`. */
export type JournalEntry = z.infer<typeof entry>;

export interface Journal {
  /** Null if the file has no header. */
  key: Buffer | null;
  /** One for each erasure, in the order of the first line about it. */
  entries: JournalEntry[];
  /** Numbers of the lines, from 1, that were not written completely, or damaged. */
  unreadable: number[];
}

/**
 * Appends a line to the journal, unless it says nothing new, and flushes it to disk. A file that ends within a line, after a power cut, is completed first.
 *
 * @throws AppError erasure_journal_foreign if the journal has another key; Error from the file system
 */
export function appendToJournal(path: string, key: Buffer, written: JournalEntry): void {
  const { key: known, entries } = readJournal(path);
  if (known !== null && !known.equals(key)) throw foreignJournal(path);
  const earlier = entries.find(({ id }) => id === written.id);
  if (earlier !== undefined && isSame(earlier, united(earlier, written))) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const isNew = !existsSync(path);
  const file = openSync(path, "a+", 0o600);
  try {
    tighten(path);
    const first = known === null ? `${JSON.stringify({ version: 1, key: key.toString("hex") })}\n` : "";
    writeAll(file, Buffer.from(`${endsWithinLine(file) ? "\n" : ""}${first}${JSON.stringify(entry.parse(written))}\n`));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (isNew) syncToDisk(dirname(path));
}

/** Reads the journal; empty if there is no file. Several lines about one erasure are united. */
export function readJournal(path: string): Journal {
  const journal: Journal = { key: null, entries: [], unreadable: [] };
  if (!existsSync(path)) return journal;
  const byId = new Map<string, JournalEntry>();
  for (const [place, line] of readFileSync(path, "utf8").split("\n").entries()) {
    if (line === "") continue;
    const value = parse(line);
    const asHeader = header.safeParse(value);
    const asEntry = entry.safeParse(value);
    if (asHeader.success) journal.key ??= Buffer.from(asHeader.data.key, "hex");
    else if (asEntry.success) byId.set(asEntry.data.id, united(byId.get(asEntry.data.id), asEntry.data));
    else journal.unreadable.push(place + 1);
  }
  journal.entries.push(...byId.values());
  return journal;
}

export function foreignJournal(path: string): AppError {
  return new AppError(
    "erasure_journal_foreign",
    `The erasure journal ${path} belongs to another database: its key is not the database's. Move it away if it is not needed, ` +
      "or name the right one in ERASURE_JOURNAL.",
  );
}

function united(one: JournalEntry | undefined, other: JournalEntry): JournalEntry {
  if (one === undefined) return other;
  return {
    ...other,
    refuseFuture: one.refuseFuture || other.refuseFuture,
    conversations: [...new Set([...one.conversations, ...other.conversations])],
    events: [...new Set([...one.events, ...other.events])],
  };
}

function isSame(one: JournalEntry, other: JournalEntry): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function endsWithinLine(file: number): boolean {
  const { size } = fstatSync(file);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last.toString() !== "\n";
}

function writeAll(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}
