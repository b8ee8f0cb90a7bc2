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

/** Some 10 MB. With more, the oldest windows are forgotten first. */
const mostSubjects = 50_000;

/**
 * Counts attempts by subject, in memory: a flood of attempts costs the database nothing, and deliveries never wait for it.
 * An attempt is counted before it is made, so that attempts made at the same moment cannot all slip through.
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

  /** Counts an attempt, unless it is refused. */
  take(subject: string): Attempt {
    const window = this.#current(subject) ?? this.#begin(subject);
    if (window.count >= this.#limit.max) return refused(window);
    window.count += 1;
    return { allowed: true };
  }

  /** Takes back an attempt that turned out right: only failures count. */
  giveBack(subject: string): void {
    const window = this.#current(subject);
    if (window !== null && window.count > 0) window.count -= 1;
  }

  /** Forgets the failures of a subject. */
  forget(subject: string): void {
    this.#windows.delete(subject);
  }

  #current(subject: string): Window | null {
    const window = this.#windows.get(subject);
    return window !== undefined && Date.now() < window.endsAt ? window : null;
  }

  #begin(subject: string): Window {
    // A new window goes to the end, so that the map is in the order in which windows end.
    this.#windows.delete(subject);
    const [oldest] = this.#windows.keys();
    if (this.#windows.size >= mostSubjects && oldest !== undefined) this.#windows.delete(oldest);
    const window = { count: 0, endsAt: Date.now() + this.#limit.windowMs };
    this.#windows.set(subject, window);
    return window;
  }
}

function refused({ endsAt }: Window): Attempt {
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((endsAt - Date.now()) / 1000)) };
}
