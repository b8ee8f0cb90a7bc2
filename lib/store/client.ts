import "server-only";
import { env } from "@/lib/env/env";
import { openStore, type Store } from "./open-store";

export type { PrismaClient, PrismaTransaction, Store } from "./open-store";

// On globalThis, because Next bundles route handlers and instrumentation apart and reloads modules in development.
const shared = globalThis as typeof globalThis & { playheadStore?: Store };

/** The process's one store, on the database of `DATABASE_URL`. */
export function store(): Store {
  shared.playheadStore ??= openStore(env().database);
  return shared.playheadStore;
}
