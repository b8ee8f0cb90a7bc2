/**
 * A bounded number of requests at the same time. When it is full, the one that has been in it longest leaves for the newcomer:
 * who sends slowly makes room for who sends at once.
 */
export class Lane {
  readonly #most: number;
  readonly #inside = new Set<() => void>();

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#inside.size;
  }

  /** @param evict called when the place is needed. @returns what leaves the lane */
  enter(evict: () => void): () => void {
    const [oldest] = this.#inside;
    if (oldest !== undefined && this.#inside.size >= this.#most) {
      this.#inside.delete(oldest);
      oldest();
    }
    // A function of its own: the same one may be passed twice.
    const own = () => evict();
    this.#inside.add(own);
    return () => this.#inside.delete(own);
  }
}
