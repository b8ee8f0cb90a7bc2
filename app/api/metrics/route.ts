import { refusal } from "@/app/api/refusal";
import { viewerOfToken } from "@/lib/auth/viewer-of-token";
import { ingestion } from "@/lib/ingest/ingestion";
import { metricsText } from "@/lib/ingest/metrics-text";
import { bearerToken, isMetricsToken } from "@/lib/ingest/metrics-token";
import { liveViewers } from "@/lib/queries/live-viewers";

export const dynamic = "force-dynamic";

/** For Prometheus, where no door stands in front of Next; with `METRICS_TOKEN` or an API token as `Authorization: Bearer`. */
export async function GET({ headers }: Request): Promise<Response> {
  const token = bearerToken(headers.get("authorization"));
  const isAllowed = token !== null && (isMetricsToken(token) || (await viewerOfToken(token)) !== null);
  if (!isAllowed)
    return refusal(401, "unauthorised", "Send METRICS_TOKEN or an API token as Authorization: Bearer <token>.");
  const { contentType, text } = await metricsText({ liveViewers, waiting: () => ingestion().waiting });
  return new Response(text, { headers: { "content-type": contentType } });
}
