import "server-only";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/client";
import { probeWrite } from "@/lib/store/probe-write";
import type { Readiness } from "@/lib/store/readiness";
import { ingestion } from "./ingestion";
import { projector } from "./projector-of-process";
import { ReadyProbe } from "./ready-probe";

// On globalThis, because Next bundles instrumentation and the routes apart.
const shared = globalThis as typeof globalThis & { playheadStops?: boolean; playheadReadyProbe?: ReadyProbe };

/** Whether this process should be sent deliveries: one would be stored now, and the process is not stopping. */
export async function serviceState(): Promise<Readiness> {
  if (shared.playheadStops) return { ok: false, reason: "Shutting down" };
  shared.playheadReadyProbe ??= new ReadyProbe(() => probeWrite(store(), env().database));
  return shared.playheadReadyProbe.read();
}

/** Turns readiness off, and resolves when all deliveries taken so far are stored. */
export async function stopService(): Promise<void> {
  shared.playheadStops = true;
  await ingestion().drain();
  await projector().end();
}
