import "server-only";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { buildInfo } from "@/lib/env/build-info";
import { env } from "@/lib/env/env";
import { sampleDeliveries } from "./sample-deliveries";
import { traceWith } from "./trace";

/** Loads OpenTelemetry, which reads its other variables itself. Returns a function that stops the export. */
export function exportSpans(): { stop(): Promise<void> } {
  const { version } = buildInfo();
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      "service.name": process.env.OTEL_SERVICE_NAME ?? "playhead",
      "service.version": version,
    }),
    sampler: sampleDeliveries(env().otlpSampleRatio),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  traceWith(provider.getTracer("playhead", version));
  return { stop: () => provider.shutdown().catch(() => {}) };
}
