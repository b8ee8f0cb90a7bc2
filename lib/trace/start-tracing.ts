import "server-only";
import { env } from "@/lib/env/env";

const shared = globalThis as typeof globalThis & { playheadTracing?: { stop(): Promise<void> } };

/** Sends spans to `OTEL_EXPORTER_OTLP_ENDPOINT`. Without it, nothing of OpenTelemetry is loaded. */
export async function startTracing(): Promise<void> {
  if (env().otlpEndpoint === null || shared.playheadTracing !== undefined) return;
  const { exportSpans } = await import("./export-spans");
  shared.playheadTracing = exportSpans();
}

/** Sends the spans that are left. Resolves after two seconds at most. */
export async function stopTracing(): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, 2000).unref());
  const tracing = shared.playheadTracing;
  delete shared.playheadTracing;
  await Promise.race([tracing?.stop(), late]);
}
