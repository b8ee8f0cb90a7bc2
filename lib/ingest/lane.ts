/**
 * Limits the number of concurrent requests. When it is full, a new one evicts the oldest: slow senders make room for fast ones.
 */
export class Lane {
  readonly #most: number;
  readonly #inside = new Set<() => void>();

  constructor(limit: number) {
    this.#most = limit;
  }

  get size(): number {
    return this.#inside.size;
  }

  /** @param evict called when the slot is needed. @returns leaves the lane */
  enter(evict: () => void): () => void {
    const [oldest] = this.#inside;
    if (oldest !== undefined && this.#inside.size >= this.#most) {
      this.#inside.delete(oldest);
      oldest();
    }
    // A new function, because the same one may be passed twice.
    const own = () => evict();
    this.#inside.add(own);
    return () => this.#inside.delete(own);
  }
}
