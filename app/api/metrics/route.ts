import { withViewer } from "@/app/api/with-viewer";
import { requirePermission } from "@/lib/auth/require-permission";
import { requireWholeScope } from "@/lib/auth/require-whole-scope";
import { ingestion } from "@/lib/ingest/ingestion";
import { metricsText } from "@/lib/ingest/metrics-text";
import { bearerToken, isMetricsToken } from "@/lib/ingest/metrics-token";
import { serviceFigures } from "@/lib/ingest/service-state";
import { liveViewers } from "@/lib/queries/live/live-viewers";

export const dynamic = "force-dynamic";

/**
 * Prometheus metrics when Next runs without the door. Requires `METRICS_TOKEN` or an API token without a scope as
 * `Authorization: Bearer`.
 */
export async function GET(request: Request): Promise<Response> {
  const token = bearerToken(request.headers.get("authorization"));
  if (token !== null && isMetricsToken(token)) return metrics();
  return withViewer((_, viewer) => {
    requirePermission(viewer, "read");
    requireWholeScope(viewer);
    return metrics();
  })(request);
}

async function metrics(): Promise<Response> {
  const { contentType, text } = await metricsText({
    liveViewers,
    waiting: () => ingestion().waiting,
    ...serviceFigures(),
  });
  return new Response(text, { headers: { "content-type": contentType } });
}
