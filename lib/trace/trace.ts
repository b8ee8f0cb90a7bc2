import type { Span, Tracer } from "@opentelemetry/api";

/** What has spans of its own. */
export type SpanName = "receive" | "commit" | "project" | "query" | "export" | "page";

/** Figures and words of ours only: nothing that a visitor wrote, and no key that names one. */
export type Attributes = Record<string, number | boolean>;

// On globalThis, because Next bundles the routes and instrumentation apart.
const shared = globalThis as typeof globalThis & { playheadTracer?: Tracer };

/** Spans begin here from now on. Until then each costs a look at a variable. */
export function traceWith(tracer: Tracer): void {
  shared.playheadTracer = tracer;
}

/** Begins a span; null where nobody asked for them. */
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

/** Does `work` within a span. */
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
