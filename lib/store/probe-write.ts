import "server-only";
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import type { Database } from "@/lib/env/database-url";
import { driverError } from "./failure";
import type { PrismaTransaction, Store } from "./open-store";
import { type Readiness, readiness } from "./readiness";
import { allocateIds } from "./writer-clock";

/** How long it waits for the writers' lock, in milliseconds. */
const lockTimeoutMs = 1500;
/** With less room than this, a delivery soon finds none. */
const leastFreeBytes = 256 * 1024;

/** Whether a delivery would be stored now: writes, durably, as the first statement of each delivery's transaction does. */
export async function probeWrite(store: Store, database: Database): Promise<Readiness> {
  const state = await readiness(store);
  if (!state.ok) return state;
  try {
    if (database.dialect === "sqlite" && (await isFull(database.path))) return { ok: false, reason: reasons.full };
    return await store.writer.$transaction((transaction) => write(transaction, database), {
      maxWait: lockTimeoutMs,
      timeout: 2 * lockTimeoutMs,
    });
  } catch (error) {
    return { ok: false, reason: reasonOfFailure(error) };
  }
}

async function write(transaction: PrismaTransaction, { dialect }: Database): Promise<Readiness> {
  if (dialect === "sqlite") {
    await allocateIds(transaction);
    return { ok: true };
  }
  await transaction.$queryRaw`SELECT set_config('lock_timeout', ${`${lockTimeoutMs}ms`}, true)`;
  await allocateIds(transaction);
  const [row] = await transaction.$queryRaw<{ allowed: boolean }[]>`
    SELECT bool_and(has_table_privilege(quote_ident(name), 'INSERT')) AS "allowed"
    FROM unnest(${written}::text[]) AS name`;
  return row?.allowed ? { ok: true } : { ok: false, reason: reasons.forbidden };
}

/** The tables that a delivery's transaction inserts into. */
const written = ["Delivery", "DeliveryBody", "Event", "QuarantinedEvent", "ConversationKey"];

async function isFull(path: string): Promise<boolean> {
  const { bavail, bsize, blocks } = await statfs(dirname(path));
  return blocks > 0 && bavail * bsize < leastFreeBytes;
}

const reasons = {
  full: "The disk is full",
  forbidden: "The database does not let Playhead insert rows",
  readOnly: "The database is read-only",
  locked: "Another process has locked the database",
  unreachable: "The database cannot be reached, or does not take writes",
};

/** Why the database did not store something, in words that tell a stranger nothing of it. */
export function reasonOfFailure(error: unknown): string {
  const cause = driverError(error);
  const code = String(cause?.originalCode ?? cause?.code ?? "");
  if (/^SQLITE_FULL|^53100$/.test(code)) return reasons.full;
  if (/^42501$|^SQLITE_(PERM|AUTH)/.test(code)) return reasons.forbidden;
  if (/^SQLITE_(READONLY|CANTOPEN)|^25006$/.test(code)) return reasons.readOnly;
  if (/^SQLITE_(BUSY|LOCKED)|^55P03$/.test(code) || cause?.kind === "SocketTimeout" || isOutOfTime(error)) {
    return reasons.locked;
  }
  return reasons.unreachable;
}

/** Prisma's code for a transaction that could not begin or end in time. */
function isOutOfTime(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2028";
}
