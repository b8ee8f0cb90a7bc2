import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { log } from "@/lib/log/log";
import type { Store } from "@/lib/store/connection/open-store";
import { traced } from "@/lib/trace/trace";
import { Projecting } from "./project";
import { readMarks } from "./projector-turn";

/**
 * The pause after a step that reached the end of the log. Events that arrive in the meantime share the next step: writing a
 * conversation's row costs the same for ten events as for one.
 */
const gatherMs = 100;
/** Maximum delay for events that other processes appended or a killed process left. */
const lookEveryMs = 1000;

interface Options {
  /** Called when conversations have changed. */
  onProjected?: () => void;
}

/** Keeps all projections up to date with the event log, in the background. Several processes may have one: they take turns. */
export class Projector {
  readonly #store: Store;
  readonly #onProjected: () => void;
  readonly #projecting: Projecting;
  #running: Promise<void> | null = null;
  #follows = false;
  #hasEnded = false;
  #isWoken = false;
  #wake: () => void = () => {};

  constructor(store: Store, { onProjected = () => {} }: Options = {}) {
    this.#store = store;
    this.#onProjected = onProjected;
    this.#projecting = new Projecting(store);
  }

  /** Starts following the log, whichever process appends to it. */
  start(): void {
    this.#follows = true;
    this.wake();
  }

  /** Call after each commit that appended events. */
  wake(): void {
    this.#isWoken = true;
    this.#wake();
    this.#running ??= this.#run();
  }

  /** Resolves when it has stopped, after the current step. Another projector resumes from there. */
  async end(): Promise<void> {
    this.#hasEnded = true;
    this.#wake();
    // Its pauses do not keep a process alive, but this wait does.
    const waiting = setInterval(() => {}, lookEveryMs);
    await this.#running;
    clearInterval(waiting);
  }

  async #run(): Promise<void> {
    do {
      this.#isWoken = false;
      await delay(await this.#step(), undefined, { ref: false });
      await this.#untilWoken();
    } while (!this.#hasEnded && (this.#follows || this.#isWoken));
    this.#running = null;
  }

  /** Returns the time in milliseconds to leave to other processes before the next step. */
  async #step(): Promise<number> {
    try {
      const { projected, logged } = await readMarks(this.#store.reader);
      if (projected >= logged && !this.#projecting.isRetryDue) return 0;
      const startedAt = performance.now();
      const step = await traced("project", () => this.#projecting.step());
      if (step !== "elsewhere") this.#onProjected();
      if (step === "done") return gatherMs;
      this.#isWoken = true;
      return step === "elsewhere" ? gatherMs : performance.now() - startedAt;
    } catch (error) {
      log().error({ err: error }, "Events could not be projected; the projector retries");
      return lookEveryMs;
    }
  }

  async #untilWoken(): Promise<void> {
    if (this.#isWoken || this.#hasEnded || !this.#follows) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, lookEveryMs);
      timer.unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
