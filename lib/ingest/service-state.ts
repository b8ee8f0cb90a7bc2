import "server-only";
import { store } from "@/lib/store/client";
import { type Readiness, readiness } from "@/lib/store/readiness";
import { ingestion } from "./ingestion";

// On globalThis, because Next bundles instrumentation and the routes apart.
const shared = globalThis as typeof globalThis & { playheadStops?: boolean };

/** Whether this process should be sent requests: the database answers and is migrated, and the process is not stopping. */
export async function serviceState(): Promise<Readiness> {
  if (shared.playheadStops) return { ok: false, reason: "Shutting down" };
  return readiness(store());
}

/** Turns readiness off, and resolves when all deliveries taken so far are stored. */
export async function stopService(): Promise<void> {
  shared.playheadStops = true;
  await ingestion().drain();
}
