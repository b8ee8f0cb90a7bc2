import { AlwaysOnSampler, type Sampler, TraceIdRatioBasedSampler } from "@opentelemetry/sdk-trace";
import type { SpanName } from "./trace";

/** Spans that occur thousands of times per second under load. */
const frequent: ReadonlySet<string> = new Set<SpanName>(["receive", "commit", "project"]);

/** Keeps all spans of people's requests, and the share `ratio` of ingestion's. */
export function sampleDeliveries(ratio: number): Sampler {
  const all = new AlwaysOnSampler();
  const some = new TraceIdRatioBasedSampler(ratio);
  return {
    shouldSample: (context, traceId, name) =>
      frequent.has(name) ? some.shouldSample(context, traceId) : all.shouldSample(),
    toString: () => `SampleDeliveries{${ratio}}`,
  };
}
