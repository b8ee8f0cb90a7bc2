import { setTimeout as delay } from "node:timers/promises";

type Acquire = () => Promise<() => void>;

/**
 * How long turns may follow each other without a pause, and the pause after that. SQLite's lock has no queue: a waiting process
 * polls every millisecond (sqlite-wait.ts), and would never find the lock free while another writes continuously.
 */
const longestWithoutPauseMs = 100;
const pauseMs = 4;

/** Serializes writers within this process: all SQLite connections to a database share one lock. */
export class WriteLock {
  #busySince = 0;
  #releasedAt = 0;
  #tail: Promise<void> = Promise.resolve();
  #outer: Acquire | null = null;

  /** Waits for the lock; the caller must call the returned function exactly once to release it. */
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

  /** Makes each turn wait for another lock as well: that of the process sharing the file. */
  after(outer: Acquire | null): void {
    this.#outer = outer;
  }
}

// On globalThis, because Next bundles the routes and instrumentation separately: each process has one lock per file.
const shared = globalThis as typeof globalThis & { playheadWriteLocks?: Map<string, WriteLock> };

/** The lock of a database file. */
export function writeLockOf(path: string): WriteLock {
  shared.playheadWriteLocks ??= new Map();
  const lock = shared.playheadWriteLocks.get(path) ?? new WriteLock();
  shared.playheadWriteLocks.set(path, lock);
  return lock;
}
