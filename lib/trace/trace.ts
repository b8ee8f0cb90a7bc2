import type { Span, Tracer } from "@opentelemetry/api";

/** Operations that are traced. */
export type SpanName = "receive" | "commit" | "project" | "query" | "export" | "page";

/** Only numbers and our own words: nothing that a visitor wrote, and no keys. */
export type Attributes = Record<string, number | boolean>;

// On globalThis, because Next bundles routes and instrumentation separately.
const shared = globalThis as typeof globalThis & { playheadTracer?: Tracer };

/** Enables spans. Until then each only costs a check of a variable. */
export function traceWith(tracer: Tracer): void {
  shared.playheadTracer = tracer;
}

/** Starts a span; null if tracing is off. */
export function beginSpan(name: SpanName): Span | null {
  return shared.playheadTracer?.startSpan(name) ?? null;
}

export function endSpan(span: Span | null, attributes: Attributes = {}, hasFailed = false): void {
  if (span === null) return;
  span.setAttributes(attributes);
  // 2 is the error status of OpenTelemetry, whose package is not loaded here.
  if (hasFailed) span.setStatus({ code: 2 });
  span.end();
}

/** Runs `work` within a span. */
export async function traced<Result>(
  name: SpanName,
  work: () => Promise<Result>,
  attributesOf: (result: Result) => Attributes = () => ({}),
): Promise<Result> {
  const span = beginSpan(name);
  if (span === null) return work();
  try {
    const result = await work();
    endSpan(span, attributesOf(result));
    return result;
  } catch (error) {
    endSpan(span, {}, true);
    throw error;
  }
}
