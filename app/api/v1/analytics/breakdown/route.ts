import { csvOr } from "@/app/api/v1/analytics/csv-or";
import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { metricBreakdown } from "@/lib/queries/analytics/metric-breakdown";
import { breakdownCsv } from "@/lib/queries/analytics/metric-csv";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.getMetricBreakdown,
  async ({ viewer, filters, query: { format, ...query } }) =>
    csvOr(format, await metricBreakdown(viewer, { ...query, filters }), breakdownCsv, "breakdown"),
);
