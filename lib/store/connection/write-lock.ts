import { setTimeout as delay } from "node:timers/promises";

type Acquire = () => Promise<() => void>;

/**
 * How long one turn may follow the other, and the pause that comes then. SQLite's lock has no queue: a process that waits for it
 * tries each millisecond (sqlite-wait.ts), and would never find it free while another writes without a pause.
 */
const longestWithoutPauseMs = 100;
const pauseMs = 4;

/** One writer at a time within this process: the SQLite connections of a database share one. */
export class WriteLock {
  #busySince = 0;
  #releasedAt = 0;
  #tail: Promise<void> = Promise.resolve();
  #outer: Acquire | null = null;

  /** Waits for its turn; the caller must call the returned function once. */
  async acquire(): Promise<() => void> {
    const previous = this.#tail;
    let release = () => {};
    this.#tail = new Promise((resolve) => {
      release = resolve;
    });
    await previous;
    if (performance.now() - this.#releasedAt > pauseMs) this.#busySince = performance.now();
    else if (performance.now() - this.#busySince > longestWithoutPauseMs) {
      await delay(pauseMs);
      this.#busySince = performance.now();
    }
    const releaseOuter = await this.#outer?.();
    return () => {
      this.#releasedAt = performance.now();
      releaseOuter?.();
      release();
    };
  }

  /** Makes each turn wait for one of another lock too: that of the process with which this one shares the file. */
  after(outer: Acquire | null): void {
    this.#outer = outer;
  }
}

// On globalThis, because Next bundles the routes and instrumentation apart: one process has one lock a file.
const shared = globalThis as typeof globalThis & { playheadWriteLocks?: Map<string, WriteLock> };

/** The lock of one database file. */
export function writeLockOf(path: string): WriteLock {
  shared.playheadWriteLocks ??= new Map();
  const lock = shared.playheadWriteLocks.get(path) ?? new WriteLock();
  shared.playheadWriteLocks.set(path, lock);
  return lock;
}
