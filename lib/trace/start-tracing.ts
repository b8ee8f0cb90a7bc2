import "server-only";
import { env } from "@/lib/env/env";
import { within } from "@/lib/time/within";

const shared = globalThis as typeof globalThis & { playheadTracing?: { stop(): Promise<void> } };

/** Sends spans to `OTEL_EXPORTER_OTLP_ENDPOINT`. Without it, OpenTelemetry is not loaded. */
export async function startTracing(): Promise<void> {
  if (env().otlpEndpoint === null || shared.playheadTracing !== undefined) return;
  const { exportSpans } = await import("./export-spans");
  shared.playheadTracing = exportSpans();
}

/** Sends the remaining spans. Resolves after two seconds at most. */
export async function stopTracing(): Promise<void> {
  const tracing = shared.playheadTracing;
  delete shared.playheadTracing;
  if (tracing !== undefined) await within(tracing.stop(), 2000, undefined);
}
