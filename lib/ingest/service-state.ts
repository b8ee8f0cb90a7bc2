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

// On globalThis, because Next bundles instrumentation and routes separately.
const shared = globalThis as typeof globalThis & {
  playheadStops?: boolean;
  playheadReadyProbe?: ReadyProbe;
  playheadGauges?: GaugeReader;
};

/** Whether this process should receive deliveries: one could be stored now, and the process is not stopping. */
export async function serviceState(): Promise<Readiness> {
  if (shared.playheadStops) return { ok: false, reason: "Shutting down" };
  return readyProbe().read();
}

/** Without a door, the process probes itself. */
export function readyProbe(): ReadyProbe {
  shared.playheadReadyProbe ??= new ReadyProbe(() => probeWrite(store()));
  return shared.playheadReadyProbe;
}

/** The metrics of the process's database. */
export function serviceFigures(): Pick<MetricSources, "isReady" | "gauges"> {
  shared.playheadGauges ??= new GaugeReader(() => readGauges(store()));
  const reader = shared.playheadGauges;
  return { isReady: () => readyProbe().last?.ok ?? null, gauges: () => reader.gauges() };
}

/** Sets readiness to 503, and resolves when all received deliveries are stored. */
export async function stopService(): Promise<void> {
  shared.playheadStops = true;
  await ingestion().drain();
  await projector().end();
}
