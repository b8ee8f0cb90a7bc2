import "server-only";
import { onProjected } from "@/lib/ingest/changes";
import { log } from "@/lib/log/log";
import type { Store } from "@/lib/store/connection/client";
import { type AllChanges, readAllChanges, readCursor } from "@/lib/store/reads/read-changes";

/** What was stored between two cursors. */
export interface ChangeBatch extends AllChanges {
  after: bigint;
}

type Listener = (batch: ChangeBatch) => void;

/**
 * Maximum delay for other processes' changes without notifications: on SQLite, or while the notification connection is broken.
 */
const LOOK_EVERY_MS = 1000;
/** Pause between batches, to combine changes under load. */
const PAUSE_MS = 100;

/**
 * Follows the log for all live streams of the process, so that a hundred open pages cost the database no more than one. Reads
 * only while there are listeners.
 */
export class ChangeFeed {
  readonly #store: Store;
  readonly #listeners = new Set<Listener>();
  #running = false;
  /** Everything up to this cursor has been sent. */
  #cursor: bigint | null = null;
  #woken = false;
  #wake: () => void = () => {};

  constructor(store: Store) {
    this.#store = store;
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  /** Whether it polls the database: while there are listeners, and for a moment after. */
  get isLooking(): boolean {
    return this.#running;
  }

  /** Calls `listener` with each batch, in order and without gaps. Returns a function that removes the listener. */
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
        // The database may be unavailable for a while; streams stay open and continue from the same cursor.
        log().error({ err: error }, "Live updates wait for the database");
      }
      await this.#pause();
    }
    endWaking();
    endNotices();
    this.#running = false;
    if (this.#listeners.size > 0) void this.#follow();
  }

  /** The cursor is advanced with each batch sent, so that a failure of the next one repeats none of them. */
  async #tell(): Promise<void> {
    this.#cursor ??= await readCursor(this.#store);
    for (;;) {
      const after = this.#cursor;
      const changes = await readAllChanges(this.#store, after);
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

/** The process's feed for a store. */
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
