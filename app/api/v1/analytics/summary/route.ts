import { csvOr } from "@/app/api/v1/analytics/csv-or";
import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { summaryCsv } from "@/lib/queries/analytics/metric-csv";
import { metricSummary } from "@/lib/queries/analytics/metric-summary";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.getMetricSummary,
  async ({ viewer, filters, query: { format, ...query } }) =>
    csvOr(format, await metricSummary(viewer, { ...query, filters }), summaryCsv, "summary"),
);
