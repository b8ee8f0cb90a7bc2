import "server-only";
import { readGauges } from "@/lib/store/admin/read-gauges";
import { store } from "@/lib/store/connection/client";
import { probeWrite } from "@/lib/store/connection/probe-write";
import type { Readiness } from "@/lib/store/connection/readiness";
import { GaugeReader } from "./gauge-reader";
import { ingestion } from "./ingestion";
import type { MetricSources } from "./metrics-text";
import { projector } from "./projector-of-process";
import { ReadyProbe } from "./ready-probe";

// On globalThis, because Next bundles instrumentation and the routes apart.
const shared = globalThis as typeof globalThis & {
  playheadStops?: boolean;
  playheadReadyProbe?: ReadyProbe;
  playheadGauges?: GaugeReader;
};

/** Whether this process should be sent deliveries: one would be stored now, and the process is not stopping. */
export async function serviceState(): Promise<Readiness> {
  if (shared.playheadStops) return { ok: false, reason: "Shutting down" };
  return readyProbe().read();
}

/** Where there is no door, the process looks after itself. */
export function readyProbe(): ReadyProbe {
  shared.playheadReadyProbe ??= new ReadyProbe(() => probeWrite(store()));
  return shared.playheadReadyProbe;
}

/** What the metrics tell of the process's database. */
export function serviceFigures(): Pick<MetricSources, "isReady" | "gauges"> {
  shared.playheadGauges ??= new GaugeReader(() => readGauges(store()));
  const reader = shared.playheadGauges;
  return { isReady: () => readyProbe().last?.ok ?? null, gauges: () => reader.gauges() };
}

/** Turns readiness off, and resolves when all deliveries taken so far are stored. */
export async function stopService(): Promise<void> {
  shared.playheadStops = true;
  await ingestion().drain();
  await projector().end();
}
