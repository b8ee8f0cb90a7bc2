/** At most `max` attempts within `windowMs` from the first one. */
export interface AttemptLimit {
  max: number;
  windowMs: number;
}

export type Attempt = { allowed: true } | { allowed: false; retryAfterSeconds: number };

interface Window {
  count: number;
  /** Milliseconds since 1970. */
  endsAt: number;
}

/** About 10 MB. Above that, the oldest windows are evicted. */
const maxSubjects = 50_000;

/**
 * Counts attempts by subject, in memory: a flood of attempts causes no database load and does not delay deliveries. An attempt is
 * counted before it is made, so that concurrent attempts cannot exceed the limit.
 */
export class AttemptCounter {
  readonly #limit: AttemptLimit;
  readonly #windows = new Map<string, Window>();

  constructor(limit: AttemptLimit) {
    this.#limit = limit;
  }

  /** Whether an attempt would be allowed, without counting it. */
  peek(subject: string): Attempt {
    const window = this.#current(subject);
    return window === null || window.count < this.#limit.max ? { allowed: true } : refused(window);
  }

  /** Counts an attempt, unless it is rejected. */
  take(subject: string): Attempt {
    const window = this.#current(subject) ?? this.#begin(subject);
    if (window.count >= this.#limit.max) return refused(window);
    window.count += 1;
    return { allowed: true };
  }

  /** Removes a successful attempt from the count: only failures count. */
  giveBack(subject: string): void {
    const window = this.#current(subject);
    if (window !== null && window.count > 0) window.count -= 1;
  }

  /** Resets the failures of a subject. */
  forget(subject: string): void {
    this.#windows.delete(subject);
  }

  #current(subject: string): Window | null {
    const window = this.#windows.get(subject);
    return window !== undefined && Date.now() < window.endsAt ? window : null;
  }

  #begin(subject: string): Window {
    // A new window is appended, so that the map is ordered by the ends of the windows.
    this.#windows.delete(subject);
    const [oldest] = this.#windows.keys();
    if (this.#windows.size >= maxSubjects && oldest !== undefined) this.#windows.delete(oldest);
    const window = { count: 0, endsAt: Date.now() + this.#limit.windowMs };
    this.#windows.set(subject, window);
    return window;
  }
}

function refused({ endsAt }: Window): Attempt {
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((endsAt - Date.now()) / 1000)) };
}
