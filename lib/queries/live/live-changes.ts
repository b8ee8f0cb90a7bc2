import "server-only";
import type { Changes } from "@/lib/api/schemas/changes";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { readChanges, readCursor, type StoredChanges } from "@/lib/store/reads/read-changes";
import { type ChangeBatch, changeFeed } from "./change-feed";
import { changesOf } from "./changes-after";

const KEEP_ALIVE_MS = 15_000;

export interface LiveRequest {
  /** Where to continue; undefined begins now. */
  after: string | undefined;
  /** Ends the stream. */
  signal: AbortSignal;
}

/**
 * What is stored, as it happens: first where the log stands (or all that came after `after`), then each change; null when
 * nothing happened for 15 seconds. Cursors follow one another without gap or overlap, also over a reconnect.
 */
export async function* liveChanges(_viewer: Viewer, { after, signal }: LiveRequest): AsyncGenerator<Changes | null> {
  // Listening begins before the first look, so that nothing falls between the two.
  const mailbox = new Mailbox(signal);
  try {
    const first = await lookFirst(after);
    yield changesOf(first);
    let { cursor } = first;
    for (;;) {
      const batch = await mailbox.next(KEEP_ALIVE_MS);
      if (signal.aborted) return;
      if (batch === null) yield null;
      else if (batch.after === cursor) {
        yield changesOf(batch);
        cursor = batch.cursor;
      } else {
        for await (const changes of catchUp(cursor, batch.cursor)) {
          yield changesOf(changes);
          cursor = changes.cursor;
        }
      }
    }
  } finally {
    mailbox.close();
  }
}

async function lookFirst(after: string | undefined): Promise<StoredChanges> {
  if (after !== undefined) return readChanges(store(), BigInt(after));
  return { cursor: await readCursor(store()), conversationKeys: [], events: 0 };
}

/** From one cursor to at least another, for a stream that is not where the batches are. */
async function* catchUp(from: bigint, to: bigint): AsyncGenerator<StoredChanges> {
  let cursor = from;
  while (cursor < to) {
    const changes = await readChanges(store(), cursor);
    if (changes.cursor <= cursor) return;
    yield changes;
    cursor = changes.cursor;
  }
}

/** Batches that wait for a stream; one that reads slowly finds only the way to the last one. */
class Mailbox {
  readonly #batches: ChangeBatch[] = [];
  readonly #signal: AbortSignal;
  readonly #end: () => void;
  #wake: () => void = () => {};

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    const endListening = changeFeed(store()).listen((batch) => this.#put(batch));
    const wake = () => this.#wake();
    signal.addEventListener("abort", wake, { once: true });
    this.#end = () => {
      endListening();
      signal.removeEventListener("abort", wake);
    };
  }

  /** The next batch, or null after `timeoutMs` or when the stream is to end. */
  async next(timeoutMs: number): Promise<ChangeBatch | null> {
    if (this.#batches.length === 0 && !this.#signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        timer.unref();
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.#batches.shift() ?? null;
  }

  close(): void {
    this.#end();
  }

  #put(batch: ChangeBatch): void {
    if (this.#batches.length >= 20) this.#batches.length = 0;
    this.#batches.push(batch);
    this.#wake();
  }
}
