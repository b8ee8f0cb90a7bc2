import "server-only";
import { AttemptCounter } from "./attempt-counter";

const windowMs = 60 * 60 * 1000;
const maxPerAddress = 20;
const maxInAll = 500;

/** Which failed sign-ins the audit log records: few per address and hour, so that strangers cannot fill the disk. */
export class RecordedFailures {
  readonly #perAddress = new AttemptCounter({ max: maxPerAddress, windowMs });
  readonly #inAll = new AttemptCounter({ max: maxInAll, windowMs });
  #omitted = 0;

  /** The number of failures omitted since the last recorded one; null if this one is omitted, too. */
  take(address: string, reason: string): number | null {
    if (!this.#perAddress.take(`${reason} ${address}`).allowed || !this.#inAll.take(reason).allowed) {
      this.#omitted += 1;
      return null;
    }
    const before = this.#omitted;
    this.#omitted = 0;
    return before;
  }

  /** Counts failures that could not be recorded. */
  omit(count: number): void {
    this.#omitted += count;
  }
}

// On globalThis, because Next bundles route handlers separately.
const shared = globalThis as typeof globalThis & { playheadRecordedFailures?: RecordedFailures };

/** The process's only instance. */
export function recordedFailures(): RecordedFailures {
  shared.playheadRecordedFailures ??= new RecordedFailures();
  return shared.playheadRecordedFailures;
}
