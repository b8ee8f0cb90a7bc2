import "server-only";
import { open } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { Store } from "@/lib/store/connection/open-store";
import { SqliteConnection } from "@/lib/store/connection/sqlite-connection";
import { writeLockOf } from "@/lib/store/connection/write-lock";

const attempts = 20;
const pauseMs = 25;

/**
 * Moves SQLite's write-ahead log into the file and empties it, so that it holds no earlier version of a page.
 *
 * @returns `false` while a reader or another process's writer is in its way
 */
export async function emptyWal(path: string): Promise<boolean> {
  const connection = SqliteConnection.open(path);
  try {
    // A wait inside of SQLite would block the whole process.
    connection.run("PRAGMA busy_timeout = 0");
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const release = await writeLockOf(path).acquire();
      try {
        if (truncateWal(connection)) return true;
      } finally {
        release();
      }
      await pause(pauseMs);
    }
    return false;
  } finally {
    connection.close();
  }
}

/** One attempt of {@link emptyWal}, for a caller with the write lock. */
export function truncateWal(connection: SqliteConnection): boolean {
  const { rows } = connection.query({ sql: "PRAGMA wal_checkpoint(TRUNCATE)", args: [], argTypes: [] });
  return Number(rows[0]?.[0]) === 0;
}

/** Tables from which an erasure removes something. */
const tables = [
  ...[
    "Event",
    "Conversation",
    "ConversationSearch",
    "ConversationVariable",
    "ConversationMask",
    "MaskedText",
    "Step",
    "PromptText",
    "Visitor",
  ],
  ...[
    "Delivery",
    "DeliveryBody",
    "QuarantinedEvent",
    "Repeat",
    "Label",
    "Bot",
    "Unfamiliar",
    "FacetSet",
    "FacetSetValue",
  ],
  ...["ConversationKey", "Bookmark", "SavedView", "AuditEntry", "Erasure", "Job"],
];

/**
 * Lets Postgres remove the old versions of rows.
 *
 * @returns the message of the failure, if it is not allowed; null if it is done
 */
export async function vacuumTables({ records }: Store): Promise<string | null> {
  try {
    for (const table of tables) await records.$executeRawUnsafe(`VACUUM "${table}"`);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.trim().split("\n").at(-1) ?? "failed") : String(error);
  }
}

const pieceBytes = 4_000_000;

/**
 * How often each text occurs in a file; an occurrence counts once, however many of its spellings match. Empty for a missing file.
 *
 * @param texts by name, the spellings to look for
 */
export async function countInFile(
  path: string,
  texts: ReadonlyMap<string, readonly Buffer[]>,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const file = await open(path).catch(() => null);
  if (file === null) return counts;
  const longest = Math.max(1, ...[...texts.values()].flat().map(({ length }) => length));
  try {
    let kept = Buffer.alloc(0);
    for (let position = 0; ; ) {
      const piece = Buffer.allocUnsafe(pieceBytes);
      const { bytesRead } = await file.read(piece, 0, pieceBytes, position);
      if (bytesRead === 0) return counts;
      position += bytesRead;
      const window = Buffer.concat([kept, piece.subarray(0, bytesRead)]);
      for (const [name, spellings] of texts) {
        const found = new Set<number>();
        // An occurrence that ends in what was read before is counted already.
        for (const text of spellings) addOccurrences(window, text, kept.length, found);
        if (found.size > 0) counts.set(name, (counts.get(name) ?? 0) + found.size);
        await pause(0);
      }
      kept = window.subarray(Math.max(0, window.length - longest + 1));
    }
  } finally {
    await file.close();
  }
}

function addOccurrences(window: Buffer, text: Buffer, known: number, found: Set<number>): void {
  for (let at = window.indexOf(text); at !== -1; at = window.indexOf(text, at + 1)) {
    if (at + text.length > known) found.add(at);
  }
}
