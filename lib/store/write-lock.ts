/** One writer at a time within this process: the SQLite connections of a database share one. */
export class WriteLock {
  #tail: Promise<void> = Promise.resolve();

  /** Waits for its turn; the caller must call the returned function once. */
  async acquire(): Promise<() => void> {
    const previous = this.#tail;
    let release = () => {};
    this.#tail = new Promise((resolve) => {
      release = resolve;
    });
    await previous;
    return release;
  }
}

const locks = new Map<string, WriteLock>();

/** The lock of one database file. */
export function writeLockOf(path: string): WriteLock {
  const lock = locks.get(path) ?? new WriteLock();
  locks.set(path, lock);
  return lock;
}
