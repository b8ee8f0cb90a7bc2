import "server-only";
import { Worker } from "node:worker_threads";
import type { Database } from "@/lib/env/database-url";
import { writeLockOf } from "@/lib/store/write-lock";
import type { Commit } from "./ingest-metrics";
import type { FromThread, NumberedCall, ToThread } from "./thread-messages";
import { busy, type WebhookCall, type WebhookReply } from "./webhook-call";

interface Options {
  database: Database;
  /** The tokens that are accepted at present; null when they are not known yet. */
  secrets(): Promise<readonly string[] | null>;
  /** Called after each commit, before its calls are answered. */
  onCommit(commit: Commit): void;
  /** Called when conversations have changed. */
  onFolded(): void;
  /** Starts the thread, where it is to differ from the process. */
  start?: () => Worker;
}

/** The thread itself gives up a little earlier; this is for when it stands still. */
const patienceMs = 2700;
const mostWaitingBytes = 128 * 1024 ** 2;
/** So many are worth a message and a commit of their own, as long as the thread has nothing else to do. */
const manyCalls = 8;

interface Waiting {
  call: WebhookCall;
  settle(reply: WebhookReply): void;
}

/**
 * A thread that parses, hashes and stores deliveries, over a connection of its own, so that neither that work nor SQLite's
 * waiting for the disk keeps the server from reading requests. What arrives in one turn of the event loop goes there in one
 * message, or in two, so that the thread does not stand idle while a long turn goes on; what was committed together comes back in
 * one.
 *
 * When it dies, the calls it had are answered with 503: the senders come again, and what was committed is found to be a
 * repeat. It is started again, and calls wait for it; if it cannot start, it stays unusable.
 */
export class IngestThread {
  /** Resolves when the thread is there, or cannot be had. */
  readonly started: Promise<void>;
  readonly #options: Options;
  readonly #waiting = new Map<number, Waiting>();
  readonly #locks = new Map<number, () => void>();
  #worker: Worker | null = null;
  #isReady = false;
  #hasFailed = false;
  #unsent: number[] = [];
  #waitingBytes = 0;
  #lastNumber = 0;
  #onEmpty: (() => void)[] = [];

  constructor(options: Options) {
    this.#options = options;
    this.started = new Promise((resolve) => this.#start(resolve));
  }

  /** Whether calls can be given to it. */
  get isUsable(): boolean {
    return !this.#hasFailed;
  }

  /** How many calls it has not answered yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Answers a call, with `busy` when the thread does not in time or dies over it. */
  answer(call: WebhookCall): Promise<WebhookReply> {
    const { byteLength } = call.body;
    if (this.#waitingBytes + byteLength > mostWaitingBytes) return Promise.resolve(busy());
    return new Promise((resolve) => {
      const number = ++this.#lastNumber;
      const timer = setTimeout(() => this.#settle(number, busy()), patienceMs);
      const settle = (reply: WebhookReply) => {
        clearTimeout(timer);
        this.#waitingBytes -= byteLength;
        resolve(reply);
      };
      this.#waitingBytes += byteLength;
      this.#waiting.set(number, { call, settle });
      this.#unsent.push(number);
      const hasNothing = this.#waiting.size === this.#unsent.length;
      if (hasNothing && this.#unsent.length === manyCalls) void this.#send();
      if (this.#unsent.length === 1) setImmediate(() => void this.#send());
    });
  }

  /** Makes it fold at once what it would have left for a moment. */
  hurry(): void {
    if (this.#isReady) this.#tell({ kind: "hurry" });
  }

  /** Resolves when every call so far is answered. */
  async drain(): Promise<void> {
    if (this.#waiting.size > 0) await new Promise<void>((resolve) => this.#onEmpty.push(resolve));
  }

  /** Ends it, and with it its connection; what it has not answered is answered with 503. */
  async end(): Promise<void> {
    this.#hasFailed = true;
    await this.#worker?.terminate();
  }

  async #send(): Promise<void> {
    if (!this.#isReady || this.#unsent.length === 0) return;
    const secrets = await this.#options.secrets();
    const numbers = this.#unsent;
    if (numbers.length === 0) return;
    this.#unsent = [];
    if (secrets === null) {
      for (const number of numbers) this.#settle(number, busy());
      return;
    }
    const calls: NumberedCall[] = [];
    const bodies: Uint8Array[] = [];
    for (const number of numbers) {
      const call = this.#waiting.get(number)?.call;
      if (call === undefined) continue;
      const { body, ...rest } = call;
      calls.push({ ...rest, number, byteLength: body.byteLength });
      bodies.push(body);
    }
    const bytes = joined(bodies);
    this.#tell({ kind: "calls", calls, bytes, secrets }, [bytes.buffer]);
  }

  #settle(number: number, reply: WebhookReply): void {
    const waiting = this.#waiting.get(number);
    if (waiting === undefined) return;
    this.#waiting.delete(number);
    waiting.settle(reply);
    if (this.#waiting.size === 0) for (const resolve of this.#onEmpty.splice(0)) resolve();
  }

  #start(onStarted: () => void): void {
    const worker = (this.#options.start ?? startWorker)();
    this.#worker = worker;
    worker.unref();
    worker.on("message", (message: FromThread) => {
      if (message.kind === "ready") {
        this.#isReady = true;
        this.#shareLock(() => this.#lock());
        onStarted();
        void this.#send();
      } else if (message.kind === "folded") {
        this.#options.onFolded();
      } else if (message.kind === "locked") {
        this.#locks.get(message.number)?.();
      } else {
        for (const commit of message.commits) this.#options.onCommit(commit);
        for (const { number, reply } of message.replies) this.#settle(number, reply);
      }
    });
    worker.on("error", (error) => console.error("The ingest thread failed.", error));
    worker.on("exit", () => {
      const mayStartAgain = this.#isReady && !this.#hasFailed;
      this.#lose();
      if (mayStartAgain) return this.#start(onStarted);
      if (!this.#hasFailed) console.error("No ingest thread starts: the server's own thread stores the deliveries.");
      this.#hasFailed = true;
      // What was waiting for the start.
      for (const number of this.#unsent.splice(0)) this.#settle(number, busy());
      onStarted();
    });
  }

  #lose(): void {
    this.#isReady = false;
    this.#worker = null;
    this.#shareLock(null);
    for (const grant of this.#locks.values()) grant();
    this.#locks.clear();
    const unsent = new Set(this.#unsent);
    for (const number of [...this.#waiting.keys()]) if (!unsent.has(number)) this.#settle(number, busy());
  }

  /** SQLite's lock knows no queue, so that this process's other writes wait in the thread's. */
  #shareLock(lock: (() => Promise<() => void>) | null): void {
    const { database } = this.#options;
    if (database.dialect === "sqlite") writeLockOf(database.path).after(lock);
  }

  #lock(): Promise<() => void> {
    const number = ++this.#lastNumber;
    return new Promise((resolve) => {
      this.#locks.set(number, () => {
        resolve(() => {
          this.#locks.delete(number);
          this.#tell({ kind: "unlock", number });
        });
      });
      this.#tell({ kind: "lock", number });
    });
  }

  #tell(message: ToThread, transferred: ArrayBuffer[] = []): void {
    this.#worker?.postMessage(message, transferred);
  }
}

/** The bundler builds the thread's file where it finds exactly this, without options. */
function startWorker(): Worker {
  return new Worker(new URL("./run-ingest-thread.ts", import.meta.url));
}

/** Copied into a buffer of their own, which can be handed over: bodies are parts of larger ones. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
