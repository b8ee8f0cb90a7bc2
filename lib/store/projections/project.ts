import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { isFaultOfData } from "@/lib/store/connection/failure";
import type { Store } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
import { writeTransaction } from "@/lib/store/connection/write-transaction";
import { type LoggedEvent, readLoggedEvents } from "@/lib/store/log/logged-event";
import { failedConversations, noteFailure, retryFailed } from "./failed-projections";
import { foldBatch } from "./fold-batch";
import { projections } from "./projections";
import { markProjected, takeTurn } from "./projector-turn";

/** `done`: everything is projected. `elsewhere`: another process holds the turn. */
export type ProjectionStep = "went on" | "done" | "elsewhere";

/** Target duration of a step, which blocks other writers. The number of events is adapted to it. */
const wantedMs = 30;
const fewestEvents = 50;
const mostEvents = 1000;
const retryEveryMs = 60_000;

/**
 * Follows the event log and updates all projections, in one short transaction per step. Each advances the position in the same
 * transaction as its writes, so a killed projector resumes where it stopped and applies each event once.
 */
export class Projecting {
  readonly #store: Store;
  #events = fewestEvents;
  #retryAt = 0;

  constructor(store: Store) {
    this.#store = store.projecting;
  }

  /** Whether the next step retries failed conversations. */
  get isRetryDue(): boolean {
    return performance.now() >= this.#retryAt;
  }

  /**
   * A conversation whose row the database refuses is set aside; the others continue.
   *
   * @throws the database's error while it is locked, full or unavailable: the next call retries
   */
  async step(): Promise<ProjectionStep> {
    if (this.isRetryDue) {
      await retryFailed(this.#store);
      this.#retryAt = performance.now() + retryEveryMs;
    }
    const startedAt = performance.now();
    try {
      const step = await projectNext(this.#store, this.#events);
      if (step === "went on") this.#adapt(performance.now() - startedAt);
      return step;
    } catch (error) {
      if (!isFaultOfData(error)) throw error;
      if (this.#events > 1) this.#events = 1;
      else await setAside(this.#store, error);
      return "went on";
    }
  }

  /** Called after a full batch. */
  #adapt(took: number): void {
    const fitting = Math.floor((this.#events * wantedMs) / took);
    // After a failure, the batch shrinks to one event to find the refused one, and does not grow far beyond that at once.
    const fewest = Math.min(fewestEvents, 2 * this.#events);
    this.#events = Math.max(fewest, Math.min(mostEvents, 2 * this.#events, fitting));
  }
}

/** Projects everything currently in the log. For tests and commands; a server has a `Projector`. */
export async function project(store: Store): Promise<void> {
  const projecting = new Projecting(store);
  let step: ProjectionStep;
  do {
    step = await projecting.step();
    if (step === "elsewhere") await delay(5);
  } while (step !== "done");
}

function projectNext(store: Store, most: number): Promise<ProjectionStep> {
  return writeTransaction(store, async (transaction) => {
    const marks = await takeTurn(transaction, store.dialect);
    if (marks === null) return "elsewhere";
    const { projected, logged } = marks;
    if (projected >= logged) return "done";
    const { events, isLast } = await readLoggedEvents(transaction, { after: projected, upTo: logged, most });
    const failed = await failedConversations(transaction);
    await apply(
      transaction,
      store,
      events.filter(({ conversationId }) => !failed.has(conversationId)),
      projected,
    );
    await markProjected(transaction, store.dialect, isLast ? logged : (events.at(-1)?.id ?? logged));
    return isLast ? "done" : "went on";
  });
}

async function apply(
  transaction: Statements,
  store: Store,
  events: readonly LoggedEvent[],
  after: bigint,
): Promise<void> {
  if (events.length === 0) return;
  const { changes, lost } = await foldBatch(transaction, store, events, after);
  if (lost.length > 0) {
    for (const projection of projections) await projection.forget?.(transaction, store.dialect, lost);
  }
  for (const projection of projections) {
    await projection.apply({ transaction, store, events, changes, rebuild: null });
  }
}

/** Skips the next event, and leaves its conversation unchanged until `retryFailed`. */
async function setAside(store: Store, error: unknown): Promise<void> {
  await writeTransaction(store, async (transaction) => {
    const marks = await takeTurn(transaction, store.dialect);
    if (marks === null) return;
    const { projected, logged } = marks;
    const { events } = await readLoggedEvents(transaction, { after: projected, upTo: logged, most: 1 });
    const [event] = events;
    if (event === undefined) return;
    await noteFailure(transaction, { conversationId: event.conversationId, projectedEventId: projected, error });
    await markProjected(transaction, store.dialect, event.id);
  });
}
