import "server-only";
import { isMainThread } from "node:worker_threads";
import { env } from "@/lib/env/env";
import { openStore, type Store } from "./open-store";

export type { Store } from "./open-store";

// On globalThis, because Next bundles route handlers and instrumentation separately and reloads modules in development.
const shared = globalThis as typeof globalThis & { playheadStore?: Store };
/** Set by Next where it serves pages. Commands and the log thread do not need reader threads. */
const isServer = process.env.NEXT_RUNTIME === "nodejs" && isMainThread;

/** The process's store, for the database in `DATABASE_URL`. */
export function store(): Store {
  shared.playheadStore ??= openStore(env().database, isServer ? {} : null);
  return shared.playheadStore;
}
