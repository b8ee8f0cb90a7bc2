import "server-only";
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import type { Database } from "@/lib/env/database-url";
import { databaseFailure, failureReasons } from "@/lib/errors/database-failure";
import { log } from "@/lib/log/log";
import { allocateIds } from "@/lib/store/log/writer-clock";
import type { Store } from "./open-store";
import { type Readiness, readiness } from "./readiness";
import type { Statements } from "./statements";

/** Maximum wait for the write lock, in milliseconds. */
const lockTimeoutMs = 1500;
/** Below this much free space, deliveries soon fail. */
const leastFreeBytes = 256 * 1024;

/**
 * Whether a delivery would be stored now. Makes a durable write, the same as the first statement of a delivery's transaction.
 */
export async function probeWrite(store: Store): Promise<Readiness> {
  const { database } = store;
  const state = await readiness(store);
  if (!state.ok) return state;
  try {
    if (database.dialect === "sqlite" && (await isFull(database.path))) return full;
    return await store.writer.$transaction((transaction) => write(transaction, database), {
      maxWait: lockTimeoutMs,
      timeout: 2 * lockTimeoutMs,
    });
  } catch (error) {
    if (databaseFailure(error) === null) log().error({ err: error }, "The trial write failed");
    return unreadiness(error);
  }
}

async function write(transaction: Statements, { dialect }: Database): Promise<Readiness> {
  if (dialect === "sqlite") {
    await allocateIds(transaction);
    return { ok: true };
  }
  await transaction.$queryRaw`SELECT set_config('lock_timeout', ${`${lockTimeoutMs}ms`}, true)`;
  await allocateIds(transaction);
  const [row] = await transaction.$queryRaw<{ allowed: boolean }[]>`
    SELECT bool_and(has_table_privilege(quote_ident(name), 'INSERT')) AS "allowed"
    FROM unnest(${written}::text[]) AS name`;
  return row?.allowed ? { ok: true } : forbidden;
}

/** The tables that a delivery's transaction inserts into. */
const written = ["Delivery", "DeliveryBody", "Event", "QuarantinedEvent", "ConversationKey"];

async function isFull(path: string): Promise<boolean> {
  const { bavail, bsize, blocks } = await statfs(dirname(path));
  return blocks > 0 && bavail * bsize < leastFreeBytes;
}

// Uses the message of the failures that it predicts.
const forbidden: Readiness = { ok: false, reason: failureReasons.forbidden, code: "SQLSTATE 42501" };
const full: Readiness = { ok: false, reason: failureReasons.full, code: "SQLITE_FULL" };

/** Maps a database error to a readiness. */
export function unreadiness(error: unknown): Readiness {
  const failure = databaseFailure(error);
  if (failure === null) return { ok: false, reason: "The database does not accept writes" };
  return { ok: false, reason: failure.reason, code: failure.code };
}
