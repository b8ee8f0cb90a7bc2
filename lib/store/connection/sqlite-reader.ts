import "server-only";
import type { Worker } from "node:worker_threads";
import { DriverAdapterError, type SqlQuery, type SqlResultSet } from "@prisma/driver-adapter-utils";
import { AppError, tooSlow } from "@/lib/errors/app-error";
import { log } from "@/lib/log/log";
import type { FromReader, ToReader } from "./reader-messages";

interface Running {
  resolve(result: SqlResultSet): void;
  reject(error: Error): void;
}

/** A thread with its own connection to a SQLite file. It runs one query at a time. */
export class SqliteReader {
  /** Resolves to whether the thread started. */
  readonly started: Promise<boolean>;
  /** Resolves when the thread has exited, for whatever reason. */
  readonly ended: Promise<void>;
  readonly #worker: Worker;
  /** It accepts no more queries. */
  isEnding = false;
  #running: Running | null = null;

  constructor(worker: Worker, path: string) {
    this.#worker = worker;
    const started = Promise.withResolvers<boolean>();
    const ended = Promise.withResolvers<void>();
    this.started = started.promise;
    this.ended = ended.promise;
    worker.on("message", (message: FromReader) => {
      if (message.kind === "ready") started.resolve(true);
      else this.#settle(message);
    });
    worker.on("error", (error) => log().error({ err: error }, "A SQLite reader thread failed"));
    worker.on("exit", () => {
      this.isEnding = true;
      this.#running?.reject(new AppError("database_busy", "Reading was interrupted. Try again."));
      started.resolve(false);
      ended.resolve();
    });
    this.#tell({ kind: "open", path });
    void this.started.then(() => worker.unref());
  }

  /**
   * @throws DriverAdapterError as the driver does
   * @throws AppError database_busy when the thread dies; query_too_slow after `patienceMs`. That ends the thread, but only when
   * SQLite returns: nothing can interrupt it.
   */
  async run(query: SqlQuery, patienceMs: number): Promise<SqlResultSet> {
    // Keeps the process alive until the answer arrives.
    this.#worker.ref();
    const timer = setTimeout(() => {
      this.#running?.reject(new AppError("query_too_slow", tooSlow));
      this.end();
    }, patienceMs);
    try {
      return await new Promise<SqlResultSet>((resolve, reject) => {
        this.#running = { resolve, reject };
        this.#tell({ kind: "query", query });
      });
    } finally {
      clearTimeout(timer);
      this.#running = null;
      this.#worker.unref();
    }
  }

  end(): void {
    this.isEnding = true;
    void this.#worker.terminate();
  }

  #settle(message: Exclude<FromReader, { kind: "ready" }>): void {
    if (message.kind === "rows") this.#running?.resolve(message.result);
    else
      this.#running?.reject(
        message.cause === null ? new Error(message.message) : new DriverAdapterError(message.cause),
      );
  }

  #tell(message: ToReader): void {
    this.#worker.postMessage(message);
  }
}
