import "server-only";
import { onProjected } from "@/lib/ingest/changes";
import { log } from "@/lib/log/log";
import type { Store } from "@/lib/store/connection/client";
import { readChanges, readCursor, type StoredChanges } from "@/lib/store/reads/read-changes";

/** What was stored between two cursors. */
export interface ChangeBatch extends StoredChanges {
  after: bigint;
}

type Listener = (batch: ChangeBatch) => void;

/** What other processes project is seen within this time where no notice of them comes: on SQLite, or while it cannot. */
const LOOK_EVERY_MS = 1000;
/** So long after one batch, so that a busy second becomes a few of them. */
const PAUSE_MS = 100;

/**
 * Follows the log for all live streams of the process together, so that a hundred open pages cost the database no more than
 * one. Reads only while someone listens.
 */
export class ChangeFeed {
  readonly #store: Store;
  readonly #listeners = new Set<Listener>();
  #running = false;
  /** Up to where the log has been told. */
  #cursor: bigint | null = null;
  #woken = false;
  #wake: () => void = () => {};

  constructor(store: Store) {
    this.#store = store;
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  /** Whether it looks at the database: while someone listens, and for a moment after. */
  get isLooking(): boolean {
    return this.#running;
  }

  /** Calls `listener` with each batch, in order and without gaps between them. Returns what ends it. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (!this.#running) void this.#follow();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#look();
    };
  }

  async #follow(): Promise<void> {
    this.#running = true;
    const endWaking = onProjected(() => this.#look());
    const endNotices = this.#store.onNotice(() => this.#look());
    this.#cursor = null;
    while (this.#listeners.size > 0) {
      this.#woken = false;
      try {
        await this.#tell();
      } catch (error) {
        // The database may be away for a while; the streams stay and continue from the same cursor.
        log().error({ err: error }, "Live updates wait for the database");
      }
      await this.#pause();
    }
    endWaking();
    endNotices();
    this.#running = false;
    if (this.#listeners.size > 0) void this.#follow();
  }

  /** The cursor moves with each batch that is told, so that a failure of the next one repeats none of them. */
  async #tell(): Promise<void> {
    this.#cursor ??= await readCursor(this.#store);
    for (;;) {
      const after = this.#cursor;
      const changes = await readChanges(this.#store, after);
      const isNew = changes.cursor > after;
      if (isNew) for (const listener of this.#listeners) listener({ ...changes, after });
      this.#cursor = changes.cursor;
      if (!isNew) return;
    }
  }

  #look(): void {
    this.#woken = true;
    this.#wake();
  }

  async #pause(): Promise<void> {
    if (this.#listeners.size > 0) await delay(PAUSE_MS);
    if (this.#woken || this.#listeners.size === 0) return;
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    await Promise.race([woken, delay(LOOK_EVERY_MS)]);
  }
}

const shared = globalThis as typeof globalThis & { playheadChangeFeeds?: WeakMap<Store, ChangeFeed> };

/** The process's one feed of a store. */
export function changeFeed(store: Store): ChangeFeed {
  shared.playheadChangeFeeds ??= new WeakMap();
  const feed = shared.playheadChangeFeeds.get(store) ?? new ChangeFeed(store);
  shared.playheadChangeFeeds.set(store, feed);
  return feed;
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
