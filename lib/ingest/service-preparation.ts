import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { databaseFailure } from "@/lib/errors/database-failure";
import { announceFailure, log } from "@/lib/log/log";

const pauseMs = 1000;

// On globalThis, because Next bundles instrumentation and the routes apart.
const shared = globalThis as typeof globalThis & { playheadIsUnprepared?: boolean };

/** Whether deliveries can be stored: the database has been looked at, and is this version's. */
export function isPrepared(): boolean {
  return shared.playheadIsUnprepared !== true;
}

/**
 * Prepares a function, which starts when a request is there already. While the database is away it starts all the same, so that
 * requests are answered 503, and prepares as soon as it can.
 *
 * @throws what `prepare` throws for another reason
 */
export async function prepareOrAnswer503(prepare: () => Promise<void>): Promise<void> {
  try {
    await prepare();
  } catch (error) {
    if (databaseFailure(error) === null) throw error;
    log().error({ err: error }, "The database is away; requests are answered 503 until it is there");
    shared.playheadIsUnprepared = true;
    void prepareLater(prepare);
  }
}

async function prepareLater(prepare: () => Promise<void>): Promise<void> {
  while (!isPrepared()) {
    await pause(pauseMs, undefined, { ref: false });
    try {
      await prepare();
      shared.playheadIsUnprepared = false;
    } catch (error) {
      if (databaseFailure(error) !== null) continue;
      announceFailure(error);
      process.exit(1);
    }
  }
}
