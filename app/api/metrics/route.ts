import { withViewer } from "@/app/api/with-viewer";
import { readMetrics } from "@/lib/queries/read-metrics";

export const dynamic = "force-dynamic";

/** For Prometheus; with an API token as `Authorization: Bearer`. */
export const GET = withViewer(async (_request, viewer) => {
  const { contentType, text } = await readMetrics(viewer);
  return new Response(text, { headers: { "content-type": contentType } });
});
