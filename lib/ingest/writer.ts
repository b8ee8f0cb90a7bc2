import "server-only";
import type { Commit } from "@/lib/channel/commit";
import { type DatabaseFailure, databaseFailure } from "@/lib/errors/database-failure";
import { log } from "@/lib/log/log";
import type { Store } from "@/lib/store/connection/client";
import { isFaultOfData } from "@/lib/store/connection/failure";
import { append } from "@/lib/store/log/append";
import type { NewDelivery, StoredDelivery } from "@/lib/store/log/new-delivery";
import { monotonicMs } from "@/lib/time/monotonic";
import { traced } from "@/lib/trace/trace";

/**
 * The result of a delivery; `busy` if nothing could be committed in time and the sender should retry. `failure` is the last error
 * of the database, if any.
 */
export type WriteOutcome =
  | { ok: true; stored: StoredDelivery; delivery: NewDelivery }
  | { ok: false; reason: "busy"; failure: DatabaseFailure | null };

/** How long a delivery waits for its commit; the webhook guarantees a response within 3 s, on a busy machine too. */
const webhookPatienceMs = 2500;
const pauseAfterFailureMs = 50;
const maxDeliveries = 256;
const maxEvents = 4000;
const maxBytes = 8 * 1024 ** 2;
const maxWaitingBytes = 128 * 1024 ** 2;

interface Options {
  /** Called for each transaction before its deliveries are answered. */
  onCommit?: (commit: Commit) => void;
  /** Called when the database could not store deliveries, which are retried. */
  onFailure?: (error: unknown) => void;
  /** After how long a delivery is `busy`, even if its transaction is still running. */
  patienceMs?: number;
}

interface Waiting {
  delivery: NewDelivery;
  settle(outcome: WriteOutcome): void;
  isSettled: boolean;
}

/**
 * Group commit: waiting deliveries share one durable transaction, and each gets separate counts. A delivery that cannot be stored
 * is quarantined without affecting the others.
 */
export class Writer {
  readonly #store: Store;
  readonly #onCommit: (commit: Commit) => void;
  readonly #onFailure: (error: unknown) => void;
  readonly #patienceMs: number;
  #queue: Waiting[] = [];
  #waitingBytes = 0;
  /** Why the last transaction failed; null after a success. */
  #failure: DatabaseFailure | null = null;
  #running: Promise<void> | null = null;

  constructor(
    store: Store,
    { onCommit = () => {}, onFailure = () => {}, patienceMs = webhookPatienceMs }: Options = {},
  ) {
    this.#store = store;
    this.#onCommit = onCommit;
    this.#onFailure = onFailure;
    this.#patienceMs = patienceMs;
  }

  /** Number of waiting deliveries. */
  get waiting(): number {
    return this.#queue.length;
  }

  /**
   * Resolves when the delivery is durably stored, or its time limit is reached.
   *
   * @param deadline of the reply, on the clock of `monotonicMs`
   */
  submit(delivery: NewDelivery, deadline = Number.POSITIVE_INFINITY): Promise<WriteOutcome> {
    const { byteLength } = delivery.body;
    if (this.#waitingBytes + byteLength > maxWaitingBytes) return Promise.resolve(this.#busy());
    return new Promise((resolve) => {
      const patienceMs = Math.min(this.#patienceMs, deadline - monotonicMs());
      const timer = setTimeout(() => waiting.settle(this.#busy()), Math.max(0, patienceMs));
      const waiting: Waiting = {
        delivery,
        isSettled: false,
        settle: (outcome) => {
          if (waiting.isSettled) return;
          waiting.isSettled = true;
          clearTimeout(timer);
          resolve(outcome);
        },
      };
      this.#waitingBytes += byteLength;
      this.#queue.push(waiting);
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing is waiting. */
  async drain(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      // Deliveries of the same turn of the event loop join the group; replies are sent before the next step.
      await new Promise(setImmediate);
      const group = this.#nextGroup();
      if (group.length === 0) continue;
      await this.#write(group);
      this.#forget(group);
    }
    this.#running = null;
  }

  #nextGroup(): Waiting[] {
    const group: Waiting[] = [];
    let events = 0;
    let bytes = 0;
    for (const waiting of this.#queue) {
      events += waiting.delivery.events.length;
      bytes += waiting.delivery.body.byteLength;
      const isFull = group.length >= maxDeliveries || events > maxEvents || bytes > maxBytes;
      if (isFull && group.length > 0) break;
      group.push(waiting);
    }
    this.#queue = this.#queue.slice(group.length);
    // These have timed out.
    this.#forget(group.filter(({ isSettled }) => isSettled));
    return group.filter(({ isSettled }) => !isSettled);
  }

  /** Bytes count until the work is done, not until it is answered. */
  #forget(group: readonly Waiting[]): void {
    for (const { delivery } of group) this.#waitingBytes -= delivery.body.byteLength;
  }

  async #write(group: Waiting[]): Promise<void> {
    try {
      const startedAt = performance.now();
      const deliveries = group.map(({ delivery }) => delivery);
      const stored = await traced(
        "commit",
        () => append(this.#store, deliveries),
        () => ({
          deliveries: deliveries.length,
          events: deliveries.reduce((sum, { events }) => sum + events.length, 0),
        }),
      );
      const commit = commitOf(stored, (performance.now() - startedAt) / 1000);
      this.#failure = null;
      this.#onCommit(commit);
      for (const [place, { delivery, settle }] of group.entries()) {
        const own = stored[place];
        settle(own ? { ok: true, stored: own, delivery } : this.#busy());
      }
    } catch (error) {
      await this.#recover(group, error);
    }
  }

  #busy(): WriteOutcome {
    return { ok: false, reason: "busy", failure: this.#failure };
  }

  async #recover(group: Waiting[], error: unknown): Promise<void> {
    if (!isFaultOfData(error)) {
      // A failure of the database: deliveries with time left are retried.
      this.#failure = databaseFailure(error);
      log().error({ err: error }, "Deliveries could not be stored and are retried");
      this.#onFailure(error);
      await new Promise((resolve) => setTimeout(resolve, pauseAfterFailureMs));
      const again = group.filter(({ isSettled }) => !isSettled);
      for (const { delivery } of again) this.#waitingBytes += delivery.body.byteLength;
      this.#queue.unshift(...again);
      return;
    }
    const [only] = group;
    if (group.length > 1) {
      for (const waiting of group) await this.#write([waiting]);
    } else if (only !== undefined && only.delivery.verdict !== "quarantined") {
      await this.#write([{ ...only, delivery: asQuarantined(only.delivery, error), settle: only.settle }]);
    } else {
      only?.settle(this.#busy());
    }
  }
}

function commitOf(stored: readonly StoredDelivery[], seconds: number): Commit {
  const commit: Commit = { seconds, deliveries: {}, events: { accepted: 0, duplicates: 0, quarantined: 0, erased: 0 } };
  for (const { verdict } of stored) commit.deliveries[verdict] = (commit.deliveries[verdict] ?? 0) + 1;
  for (const { accepted, duplicates, quarantined, erased } of stored) {
    commit.events.accepted += accepted;
    commit.events.duplicates += duplicates;
    commit.events.quarantined += quarantined;
    commit.events.erased += erased;
  }
  return commit;
}

/** A delivery that the store rejects, kept in full. */
function asQuarantined(delivery: NewDelivery, error: unknown): NewDelivery {
  const reason = `The database refused it: ${error instanceof Error ? error.message.trim().slice(-300) : "unknown"}`;
  return { ...delivery, verdict: "quarantined", reason, position: null, events: [], quarantined: [] };
}
