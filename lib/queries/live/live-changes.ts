import "server-only";
import { isEverything } from "@/lib/access/scope";
import type { Changes } from "@/lib/api/schemas/changes";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { changesInScope, readChanges, readCursor, type StoredChanges } from "@/lib/store/reads/read-changes";
import { type ChangeBatch, changeFeed } from "./change-feed";
import { changesOf } from "./changes-after";

const KEEP_ALIVE_MS = 15_000;

export interface LiveRequest {
  /** The cursor to resume from; undefined starts now. */
  after: string | undefined;
  /** Ends the stream. */
  signal: AbortSignal;
}

/**
 * Changes as they are stored: first the current cursor (or everything after `after`), then each change in the viewer's scope; null
 * after 15 seconds without one. Cursors are consecutive, without gaps or overlaps, across reconnects too.
 */
export async function* liveChanges(viewer: Viewer, { after, signal }: LiveRequest): AsyncGenerator<Changes | null> {
  // Start listening before the first read, so that nothing is missed in between.
  const mailbox = new Mailbox(signal);
  try {
    const first = await lookFirst(viewer, after);
    yield changesOf(first);
    let { cursor } = first;
    for (;;) {
      const batch = await mailbox.next(KEEP_ALIVE_MS);
      if (signal.aborted) return;
      if (batch === null) yield null;
      else if (batch.after === cursor) {
        const changes = changesInScope(viewer, batch);
        if (isSeen(viewer, changes)) yield changesOf(changes);
        cursor = batch.cursor;
      } else {
        for await (const changes of catchUp(viewer, cursor, batch.cursor)) {
          if (isSeen(viewer, changes)) yield changesOf(changes);
          cursor = changes.cursor;
        }
      }
    }
  } finally {
    mailbox.close();
  }
}

/** A scoped viewer does not learn when something changes outside. */
function isSeen({ scope }: Viewer, { conversationKeys, events }: StoredChanges): boolean {
  return isEverything(scope) || events > 0 || conversationKeys.length > 0;
}

async function lookFirst(viewer: Viewer, after: string | undefined): Promise<StoredChanges> {
  if (after !== undefined) return readChanges(store(), viewer, BigInt(after));
  return { cursor: await readCursor(store()), conversationKeys: [], events: 0 };
}

/** Changes from one cursor to at least another, for a stream that is behind the batches. */
async function* catchUp(viewer: Viewer, from: bigint, to: bigint): AsyncGenerator<StoredChanges> {
  let cursor = from;
  while (cursor < to) {
    const changes = await readChanges(store(), viewer, cursor);
    if (changes.cursor <= cursor) return;
    yield changes;
    cursor = changes.cursor;
  }
}

/** Pending batches of a stream; for a slow reader, only the cursor of the last one is kept. */
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

  /** The next batch, or null after `timeoutMs` or when the stream must end. */
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
