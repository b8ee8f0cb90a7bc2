import { csvOr } from "@/app/api/v1/analytics/csv-or";
import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { seriesCsv } from "@/lib/queries/analytics/metric-csv";
import { metricSeries } from "@/lib/queries/analytics/metric-series";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.getMetricSeries,
  async ({ viewer, filters, query: { format, ...query } }) =>
    csvOr(format, await metricSeries(viewer, { ...query, filters }), seriesCsv, "series"),
);
