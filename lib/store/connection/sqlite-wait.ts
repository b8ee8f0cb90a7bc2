import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { isDriverAdapterError, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";

/** Shorter than any pause in which the other process leaves the lock free (write-lock.ts). A try takes some microseconds. */
const pauseMs = 1;

/**
 * Does `work`, trying again while another process holds the database's write lock. SQLite's own busy timeout would stop
 * the event loop for that long, so it is switched off for each try.
 *
 * @throws what `work` throws; when the lock stays taken for `timeoutMs`, the driver's busy error
 */
export async function waitForSqlite<Result>(
  adapter: SqlDriverAdapter,
  timeoutMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await impatient(adapter, timeoutMs, work);
    } catch (error) {
      if (!isBusy(error) || Date.now() + pauseMs > deadline) throw error;
      await delay(pauseMs);
    }
  }
}

async function impatient<Result>(adapter: SqlDriverAdapter, timeoutMs: number, work: () => Promise<Result>) {
  await adapter.executeScript("PRAGMA busy_timeout = 0");
  try {
    return await work();
  } finally {
    await adapter.executeScript(`PRAGMA busy_timeout = ${timeoutMs}`);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && isDriverAdapterError(error) && error.cause.kind === "SocketTimeout";
}
