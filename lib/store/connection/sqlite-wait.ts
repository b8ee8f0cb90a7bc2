import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { isDriverAdapterError } from "@prisma/driver-adapter-utils";
import { busyTimeoutMs, type SqliteConnection } from "./sqlite-connection";

/** Shorter than any pause in which the other process leaves the lock free (write-lock.ts). A try takes some microseconds. */
const pauseMs = 1;

/**
 * Does `work`, trying again while another process holds the database's write lock. SQLite's own busy timeout would stop
 * the event loop for that long, so it is switched off for each try.
 *
 * @throws what `work` throws; when the lock stays taken for the connection's busy timeout, the driver's busy error
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
