import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { SqlQuery, SqlResultSet } from "@prisma/driver-adapter-utils";
import { AppError } from "@/lib/errors/app-error";
import { log } from "@/lib/log/log";
import { SqliteReader } from "./sqlite-reader";

export interface ReaderOptions {
  /** Maximum number of threads. One is started when a query finds all others busy. */
  most?: number;
  /** Time limit of one query. */
  patienceMs?: number;
  /** Starts a thread, if different from the default. */
  start?: () => Worker;
}

/** Maximum time that a query waits for a thread. */
const turnMs = 20_000;

/** Receives a thread; null if none is available. */
type Waiting = (reader: SqliteReader | null) => void;

/**
 * Threads that read a SQLite file, so that a slow query does not block the event loop. Each runs one query at a time; others
 * wait in a queue. A thread that dies or exceeds the time limit fails only its own query and is replaced. A query over the
 * limit keeps running until SQLite returns, so there are at most twice `most` threads.
 */
export class SqliteReaders {
  readonly #path: string;
  readonly #most: number;
  readonly #patienceMs: number;
  readonly #start: () => Worker;
  /** Threads that accept queries, and threads that are ending. */
  readonly #readers = new Set<SqliteReader>();
  readonly #ending = new Set<SqliteReader>();
  #idle: SqliteReader[] = [];
  #waiting: Waiting[] = [];
  #starting = 0;
  #isUsable = true;

  constructor(path: string, { most = 3, patienceMs = 20_000, start = startWorker }: ReaderOptions = {}) {
    this.#path = path;
    this.#most = most;
    this.#patienceMs = patienceMs;
    this.#start = start;
  }

  /**
   * @param otherwise runs the query if no thread is available
   * @throws as {@link SqliteReader.run}
   */
  async queryRaw(query: SqlQuery, otherwise: () => Promise<SqlResultSet>): Promise<SqlResultSet> {
    const reader = await this.#take();
    if (reader === null) return otherwise();
    try {
      return await reader.run(query, this.#patienceMs);
    } finally {
      if (reader.isEnding) this.#retire(reader);
      else this.#idle.push(reader);
      this.#next();
    }
  }

  /** Ends all threads; running queries fail. */
  async dispose(): Promise<void> {
    this.#isUsable = false;
    for (const reader of [...this.#readers]) {
      reader.end();
      this.#retire(reader);
    }
    this.#next();
    // A long-running statement does not delay this: its thread ends after it.
    const ended = Promise.all([...this.#ending].map((reader) => reader.ended));
    await Promise.race([ended, delay(1000, undefined, { ref: false })]);
  }

  /** @throws AppError database_busy when no thread becomes free in time */
  #take(): Promise<SqliteReader | null> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== take);
        reject(new AppError("database_busy", "The database is busy with other queries. Try again."));
      }, turnMs);
      const take = (reader: SqliteReader | null) => {
        clearTimeout(timer);
        resolve(reader);
      };
      this.#waiting.push(take);
      this.#next();
    });
  }

  #next(): void {
    while (this.#waiting.length > 0) {
      const reader = this.#idle.pop();
      if (reader === undefined && this.#isUsable) {
        const hasRoom = this.#readers.size < this.#most && this.#readers.size + this.#ending.size < 2 * this.#most;
        // Threads that are starting are already reserved for waiting queries.
        if (hasRoom && this.#starting < this.#waiting.length) this.#add();
        return;
      }
      this.#waiting.shift()?.(reader ?? null);
    }
  }

  #add(): void {
    const reader = new SqliteReader(this.#start(), this.#path);
    this.#readers.add(reader);
    this.#starting += 1;
    void reader.started.then((isStarted) => {
      this.#starting -= 1;
      if (isStarted) this.#idle.push(reader);
      // If a thread fails to start once, do not try again.
      else if (this.#isUsable) {
        this.#isUsable = false;
        log().error("No SQLite reader thread could be started; the server's own thread reads");
      }
      this.#next();
    });
    void reader.ended.then(() => {
      this.#retire(reader);
      this.#ending.delete(reader);
      this.#next();
    });
  }

  #retire(reader: SqliteReader): void {
    if (this.#readers.delete(reader)) this.#ending.add(reader);
    this.#idle = this.#idle.filter((other) => other !== reader);
  }
}

/** The bundler recognizes exactly this expression, without options, and builds the thread's file. */
function startWorker(): Worker {
  return new Worker(new URL("./run-sqlite-reader.ts", import.meta.url));
}
