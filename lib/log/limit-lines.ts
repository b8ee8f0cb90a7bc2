import type { LogRecord } from "./log-line";

const everyMs = 60_000;
const maxKinds = 200;

interface Kind {
  latest: LogRecord;
  /** Number of lines suppressed since the last one. */
  silent: number;
}

/**
 * Lets one warning or error of each kind per minute through; the next line of the kind has the count of the suppressed ones.
 * Unauthenticated clients can cause many, and must not fill a disk. The kind is the text without its numbers.
 */
export class LimitLines {
  readonly #write: (record: LogRecord) => void;
  readonly #kinds = new Map<string, Kind>();

  constructor(write: (record: LogRecord) => void) {
    this.#write = write;
  }

  take(record: LogRecord): void {
    const name = kindOf(record);
    const count = record.count ?? 1;
    const known = this.#kinds.get(name);
    if (known !== undefined) {
      known.latest = record;
      known.silent += count;
      return;
    }
    if (this.#kinds.size >= maxKinds) return;
    const kind = { latest: record, silent: 0 };
    this.#kinds.set(name, kind);
    this.#write(record);
    this.#watch(name, kind);
  }

  #watch(name: string, kind: Kind): void {
    setTimeout(() => {
      if (kind.silent === 0) return void this.#kinds.delete(name);
      this.#write({ ...kind.latest, time: new Date().toISOString(), count: kind.silent });
      kind.silent = 0;
      this.#watch(name, kind);
    }, everyMs).unref();
  }
}

function kindOf({ level, msg, err, code }: LogRecord): string {
  const text = `${msg ?? ""} ${code ?? ""} ${err?.code ?? err?.type ?? ""} ${err?.code === undefined ? (err?.message ?? "") : ""}`;
  return `${level} ${text.slice(0, 300).replace(/\d+/g, "#")}`;
}
