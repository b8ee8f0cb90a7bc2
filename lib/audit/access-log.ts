import "server-only";
import { createHash } from "node:crypto";
import type { AccessAction } from "@/lib/access/audit-actions";
import { log } from "@/lib/log/log";
import { appendEntries } from "@/lib/store/audit/append-entries";
import type { NewEntry } from "@/lib/store/audit/entry";
import type { Store } from "@/lib/store/connection/client";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { now } from "@/lib/time/instant";
import type { Actor } from "./actor";
import { type Detail, entryOf, type Subject } from "./audit";

export interface Read {
  action: AccessAction;
  subject: Subject | null;
  /** What was read of it, for example the filters of a list. */
  detail: Detail | null;
}

interface Limits {
  /** A read is recorded once within this time. */
  windowMs: number;
  /** Entries are written this long after the first one of a batch. */
  delayMs: number;
  /** Reads that are remembered as recorded. */
  maxRemembered: number;
  /** Entries that wait to be written. */
  maxWaiting: number;
}

const usual: Limits = { windowMs: 10 * 60 * 1000, delayMs: 1000, maxRemembered: 50_000, maxWaiting: 10_000 };
/** Per transaction. */
const maxBatch = 500;

/**
 * The access log's writer. A read costs one look-up in memory: only the first one of a viewer and a subject in ten minutes is
 * recorded, and entries are written together, at most once a second. A failed write is tried again; it never fails a read. If
 * the process is killed, the entries of the last second are lost.
 */
export class AccessLog {
  readonly #store: Store;
  readonly #limits: Limits;
  /** When the window of a read ends, in milliseconds; in order of the ends. */
  readonly #recorded = new Map<string, number>();
  #waiting: NewEntry[] = [];
  #dropped = 0;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(store: Store, limits: Partial<Limits> = {}) {
    this.#store = store;
    this.#limits = { ...usual, ...limits };
  }

  /** Records a read, unless it was recorded within the last ten minutes. */
  note(actor: Actor, { action, subject, detail }: Read): void {
    const entry = entryOf(actor, { action, subject, detail }, now());
    const key = keyOf(entry);
    if (!this.#isFirst(key)) return;
    if (this.#waiting.length >= this.#limits.maxWaiting) {
      this.#dropped += 1;
      this.#recorded.delete(key);
      return;
    }
    this.#waiting.push(entry);
    this.#flushLater();
  }

  /** Writes everything that waits. Resolves when it is written, or when writing it has failed: it is then tried again. */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** Writes what waits, once: a failed write is not tried again. */
  stop(): Promise<void> {
    this.#isStopped = true;
    return this.flush();
  }

  async #write(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#waiting.slice(0, maxBatch);
        await inTransaction(this.#store, (within) => appendEntries(within, "access", batch));
        this.#waiting.splice(0, batch.length);
      }
      if (this.#dropped > 0) log().error({ count: this.#dropped }, "The access log was full: reads were not recorded");
      this.#dropped = 0;
    } catch (error) {
      log().error({ err: error, waiting: this.#waiting.length }, "The access log could not be written");
      if (!this.#isStopped) this.#flushLater();
    }
  }

  #flushLater(): void {
    this.#timer ??= setTimeout(() => void this.flush(), this.#limits.delayMs).unref();
  }

  #isFirst(key: string): boolean {
    const now = performance.now();
    const endsAt = this.#recorded.get(key);
    if (endsAt !== undefined && now < endsAt) return false;
    this.#recorded.delete(key);
    const [oldest] = this.#recorded.keys();
    if (this.#recorded.size >= this.#limits.maxRemembered && oldest !== undefined) this.#recorded.delete(oldest);
    this.#recorded.set(key, now + this.#limits.windowMs);
    return true;
  }
}

/** Hashed, to limit the memory whatever is read. */
function keyOf({ actorKind, actorId, actorName, action, subjectType, subjectId, detail }: NewEntry): string {
  const text = JSON.stringify([actorKind, actorId, actorName, action, subjectType, subjectId, detail]);
  return createHash("sha256").update(text).digest("base64url");
}
