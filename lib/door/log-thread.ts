import "server-only";
import type { Worker } from "node:worker_threads";
import type { Commit, FailedCommit } from "@/lib/channel/commit";
import { busy, type WebhookCall, type WebhookReply } from "@/lib/ingest/webhook-call";
import { log } from "@/lib/log/log";
import type { StoreGauges } from "@/lib/store/admin/read-gauges";
import type { Readiness } from "@/lib/store/connection/readiness";
import { within } from "@/lib/time/within";
import type { FromThread, ToThread } from "./thread-messages";
import { WaitingCalls } from "./waiting-calls";

interface Options {
  /** Called after each commit, before its calls are answered. */
  onCommit(commit: Commit): void;
  /** Called when a transaction has failed. */
  onFailedCommit(failed: FailedCommit): void;
  /** Called when conversations have changed. */
  onProjected(): void;
  /** Creates the thread. */
  start(): Worker;
}

/** The database may not respond. The deadline of each delivery is shorter. */
const maxDrainMs = 6000;
const firstPauseMs = 100;
const maxPauseMs = 5000;

interface Starting {
  resolve(): void;
  reject(reason: Error): void;
}

/**
 * The thread that owns the log: it parses, hashes and stores deliveries over its own connections, so that neither that work nor
 * SQLite's disk writes keep the door from reading requests. Replies of one commit come back in one message.
 *
 * After a crash, it is started again with the unanswered calls: what was already committed is a duplicate.
 */
export class LogThread {
  readonly #options: Options;
  readonly #calls = new WaitingCalls(() => this.#send());
  readonly #questions = new Map<number, Question>();
  #worker: Worker | null = null;
  #isReady = false;
  /** Whether the thread owns the log, or will: after a crash it is started again. */
  #isOpen = false;
  #starting: Starting | null = null;
  #tokens: readonly string[] | null = null;
  #lastNumber = 0;
  #pauseMs = firstPauseMs;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Starts the thread, which connects to the database but does not open the log yet. */
  load(): void {
    if (this.#worker === null) this.#run();
    this.#tell({ kind: "connect" });
  }

  /** Opens the log, also after `end`. Resolves when calls can be stored; rejects if the thread cannot start. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#isOpen = true;
      this.#starting = { resolve, reject };
      this.load();
      this.#tell({ kind: "open" });
    });
  }

  /** The accepted webhook tokens; null until the database has been read. */
  get tokens(): readonly string[] | null {
    return this.#tokens;
  }

  /** Number of unanswered calls. */
  get waiting(): number {
    return this.#calls.size;
  }

  /** Processes a call; replies `busy` at its deadline. */
  answer(call: WebhookCall): Promise<WebhookReply> {
    return this.#isOpen ? this.#calls.add(call) : Promise.resolve(busy());
  }

  /** Call when another process has appended events. */
  project(): void {
    if (this.#isReady) this.#tell({ kind: "project" });
  }

  /** Makes it read the accepted tokens again. */
  forgetTokens(): void {
    if (this.#isReady) this.#tell({ kind: "forget tokens" });
  }

  /** Adds to the counter of rejected requests. */
  countRefused(count: number, lastAt: bigint): void {
    if (this.#isReady) this.#tell({ kind: "refused", count, lastAt });
  }

  /** Whether a delivery could be stored now; null while the thread is down. */
  async probe(): Promise<Readiness | null> {
    const answer = await this.#ask((number) => ({ kind: "probe", number }));
    return answer?.kind === "probed" ? answer.readiness : null;
  }

  /** Database metrics; null while the thread is down. */
  async readGauges(): Promise<StoreGauges | null> {
    const answer = await this.#ask((number) => ({ kind: "read gauges", number }));
    return answer?.kind === "gauges" ? answer.gauges : null;
  }

  /** Whether this is the token of an API user. */
  async isApiToken(token: string): Promise<boolean> {
    const answer = await this.#ask((number) => ({ kind: "check token", number, token }));
    return answer?.kind === "checked token" && answer.isValid;
  }

  /** Waits for a turn in the queue of writes to SQLite. Returns a function that ends the turn. */
  async lock(): Promise<() => void> {
    const answer = await this.#ask((number) => ({ kind: "lock", number }));
    return () => {
      if (answer?.kind === "locked") this.#tell({ kind: "unlock", number: answer.number });
    };
  }

  /** Stops the thread after all calls so far are stored and answered, or after a time limit. It can be started again. */
  async end(): Promise<void> {
    while (this.#isReady && this.#calls.hasUnsent) await new Promise(setImmediate);
    await within(
      this.#ask((number) => ({ kind: "drain", number })),
      maxDrainMs,
      null,
    );
    this.#isOpen = false;
    await this.#worker?.terminate();
  }

  #send(): void {
    if (!this.#isReady || !this.#calls.hasUnsent) return;
    const { calls, bytes } = this.#calls.takeUnsent();
    this.#tell({ kind: "calls", calls, bytes }, [bytes.buffer]);
  }

  #run(): void {
    const worker = this.#options.start();
    this.#worker = worker;
    worker.on("message", (message: FromThread) => {
      switch (message.kind) {
        case "ready":
          this.#isReady = true;
          this.#pauseMs = firstPauseMs;
          this.#starting?.resolve();
          this.#starting = null;
          return this.#send();
        case "tokens":
          this.#tokens = message.tokens;
          return;
        case "commit failed":
          return this.#options.onFailedCommit(message.failed);
        case "projected":
          return this.#options.onProjected();
        case "replies":
          for (const commit of message.commits) this.#options.onCommit(commit);
          for (const { number, reply } of message.replies) this.#calls.finish(number, reply);
          return;
        default:
          this.#questions.get(message.number)?.(message);
          this.#questions.delete(message.number);
      }
    });
    let reason: Error | null = null;
    worker.on("error", (error) => {
      reason = error instanceof Error ? error : new Error(String(error));
      if (this.#isOpen && this.#starting === null)
        log().error({ err: error }, "The log thread failed and starts again");
    });
    worker.on("exit", () => {
      this.#lose();
      if (!this.#isOpen) return;
      if (this.#starting !== null) return this.#fail(reason ?? new Error("The log thread ended before it was ready."));
      setTimeout(() => this.#startAgain(), this.#pauseMs);
      this.#pauseMs = Math.min(2 * this.#pauseMs, maxPauseMs);
    });
  }

  #fail(reason: Error): void {
    this.#isOpen = false;
    this.#starting?.reject(reason);
    this.#starting = null;
  }

  #startAgain(): void {
    if (!this.#isOpen || this.#worker !== null) return;
    this.#run();
    this.#tell({ kind: "open" });
  }

  #lose(): void {
    this.#isReady = false;
    this.#worker = null;
    for (const answer of this.#questions.values()) answer(null);
    this.#questions.clear();
    if (this.#isOpen) this.#calls.sendAgain();
    else this.#calls.rejectAll();
  }

  /** Resolves with null if the thread crashes or is down. */
  #ask(question: (number: number) => ToThread): Promise<Answer | null> {
    if (!this.#isReady) return Promise.resolve(null);
    const number = ++this.#lastNumber;
    return new Promise((resolve) => {
      this.#questions.set(number, resolve);
      this.#tell(question(number));
    });
  }

  #tell(message: ToThread, transferred: ArrayBuffer[] = []): void {
    this.#worker?.postMessage(message, transferred);
  }
}

type Answer = Extract<FromThread, { number: number }>;
type Question = (answer: Answer | null) => void;
