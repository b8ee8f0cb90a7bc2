import "server-only";
import { log } from "@/lib/log/log";
import { isFaultOfData } from "@/lib/store/connection/failure";
import type { PrismaTransaction, Store } from "@/lib/store/connection/open-store";
import { noteFailure } from "@/lib/store/projections/failed-projections";
import { type Marks, waitForTurn } from "@/lib/store/projections/projector-turn";
import { applyConversations, type FoldedConversation, foldAfter } from "./rebuild-conversations";
import { applyEvents } from "./rebuild-events";
import type { RebuildReport } from "./rebuild-report";
import { endRun, type RebuildRun, readRun, rebuildLimits, rebuiltBy, writeRun } from "./rebuild-run";

/** `ended`: the rebuild is complete. `elsewhere`: another process did this step. */
export type RebuildStep = { kind: "went on" | "ended" | "elsewhere"; report: RebuildReport | null };

/**
 * Target duration of a step, which blocks writers. The number of rows is adapted to it, down to where fixed costs would dominate.
 */
const wantedMs = 40;
const fewestRows = 25;
const mostRows = 500;

/**
 * Continues the current rebuild, in one short write transaction per step. Each stores its results together with its position
 * while holding the projector's turn, so a killed rebuild resumes where it stopped, and several processes may take turns.
 */
export class Rebuilder {
  readonly #store: Store;
  #rows = fewestRows;

  constructor(store: Store) {
    this.#store = store.projecting;
  }

  /**
   * Rows that the database refuses are skipped: an event's id is logged to the console, a conversation is set aside.
   *
   * @throws the database's error while it is locked, full or unavailable: the next call retries
   */
  async step(): Promise<RebuildStep> {
    const known = await readRun(this.#store.reader);
    if (known === null) return { kind: "ended", report: null };
    if (rebuiltBy(known).length === 0) return { kind: "elsewhere", report: known.report };
    const folded =
      known.pass === "conversations" ? await foldAfter(this.#store, BigInt(known.position), this.#rows) : [];
    try {
      return await this.#write(known, folded);
    } catch (error) {
      if (!isFaultOfData(error)) throw error;
      if (this.#rows > 1) this.#rows = 1;
      else await this.#skip(known, error);
      return { kind: "went on", report: known.report };
    }
  }

  async #write(known: RebuildRun, folded: readonly FoldedConversation[]): Promise<RebuildStep> {
    return this.#transaction(known, async (transaction, run, { projected }) => {
      const startedAt = performance.now();
      const next = await this.#next(transaction, { run, folded, projected });
      if (next === null) await endRun(transaction, run);
      else await writeRun(transaction, { ...run, ...next });
      const took = performance.now() - startedAt;
      const fitting = Math.floor(Math.min(mostRows, 2 * this.#rows, (this.#rows * wantedMs) / took));
      this.#rows = next?.pass === run.pass ? Math.max(fewestRows, fitting) : fewestRows;
      return { kind: next === null ? "ended" : "went on", report: run.report };
    });
  }

  /** The position after this step; null at the end of the run. Updates the report. */
  async #next(
    transaction: PrismaTransaction,
    { run, folded, projected }: { run: RebuildRun; folded: readonly FoldedConversation[]; projected: bigint },
  ): Promise<Pick<RebuildRun, "pass" | "position"> | null> {
    const { pass, position } = run;
    const rebuilt = rebuiltBy(run);
    if (pass === "events") {
      const last = await applyEvents(transaction, this.#store, run, this.#rows);
      return last === null ? { pass: "conversations", position: "0" } : { pass, position: String(last) };
    }
    if (pass === "conversations") {
      const last = await applyConversations(transaction, this.#store, { run, folded, projected });
      if (last !== null) return { pass, position: String(last) };
    }
    const sweeping = rebuilt.filter(({ sweep }) => sweep !== undefined);
    const place = sweeping.findIndex(({ name }) => pass === `sweep ${name}`);
    const goOn = (await sweeping[place]?.sweep?.(transaction, position)) ?? null;
    if (goOn !== null) return { pass, position: goOn };
    const following = sweeping[place + 1];
    return following === undefined ? null : { pass: `sweep ${following.name}`, position: "" };
  }

  /** Continues the run as `known`, unless another process has advanced it. */
  #transaction(
    known: RebuildRun,
    work: (transaction: PrismaTransaction, run: RebuildRun, marks: Marks) => Promise<RebuildStep>,
  ): Promise<RebuildStep> {
    return this.#store.writer.$transaction(async (transaction) => {
      const marks = await waitForTurn(transaction, this.#store.dialect);
      const run = await readRun(transaction);
      if (run === null) return { kind: "ended", report: known.report };
      if (run.pass !== known.pass || run.position !== known.position) return { kind: "elsewhere", report: run.report };
      return work(transaction, run, marks);
    }, rebuildLimits);
  }

  async #skip(known: RebuildRun, error: unknown): Promise<void> {
    const last = await idAfter(this.#store, known);
    if (last === null) throw error;
    if (known.pass === "events") log().error({ err: error }, `The rebuild skipped event ${last}`);
    await this.#transaction(known, async (transaction, run, { projected }) => {
      if (known.pass === "conversations") {
        await noteFailure(transaction, { conversationId: last, projectedEventId: projected, error });
      }
      await writeRun(transaction, { ...run, position: String(last) });
      return { kind: "went on", report: run.report };
    });
  }
}

async function idAfter({ reader }: Store, { pass, position }: RebuildRun): Promise<bigint | null> {
  if (pass !== "events" && pass !== "conversations") return null;
  const query = { where: { id: { gt: BigInt(position) } }, orderBy: { id: "asc" as const }, select: { id: true } };
  const found = pass === "events" ? await reader.event.findFirst(query) : await reader.conversationKey.findFirst(query);
  return found?.id ?? null;
}
