import "server-only";
import { isMainThread } from "node:worker_threads";
import { env } from "@/lib/env/env";
import { openStore, type Store } from "./open-store";

export type { Store } from "./open-store";

// On globalThis, because Next bundles route handlers and instrumentation apart and reloads modules in development.
const shared = globalThis as typeof globalThis & { playheadStore?: Store };
/** Next sets this where it serves pages. Commands and the log thread have nobody to keep waiting. */
const isServer = process.env.NEXT_RUNTIME === "nodejs" && isMainThread;

/** The process's one store, on the database of `DATABASE_URL`. */
export function store(): Store {
  shared.playheadStore ??= openStore(env().database, isServer ? {} : null);
  return shared.playheadStore;
}
