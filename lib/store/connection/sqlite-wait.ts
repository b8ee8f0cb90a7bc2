import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { isDriverAdapterError } from "@prisma/driver-adapter-utils";
import { busyTimeoutMs, type SqliteConnection } from "./sqlite-connection";

/** Shorter than any pause in which another process releases the lock (write-lock.ts). An attempt takes a few microseconds. */
const pauseMs = 1;

/**
 * Runs `work`, retrying while another process holds the database's write lock. SQLite's own busy timeout would block the event
 * loop for that long, so it is disabled for each attempt.
 *
 * @throws what `work` throws; the driver's busy error when the lock is not released within the connection's busy timeout
 */
export async function waitForSqlite<Result>(connection: SqliteConnection, work: () => Result): Promise<Result> {
  const deadline = Date.now() + busyTimeoutMs;
  for (;;) {
    try {
      return impatient(connection, work);
    } catch (error) {
      if (!isBusy(error) || Date.now() + pauseMs > deadline) throw error;
      await delay(pauseMs);
    }
  }
}

function impatient<Result>(connection: SqliteConnection, work: () => Result): Result {
  connection.run("PRAGMA busy_timeout = 0");
  try {
    return work();
  } finally {
    connection.run(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && isDriverAdapterError(error) && error.cause.kind === "SocketTimeout";
}
