import { csvOr } from "@/app/api/v1/analytics/csv-or";
import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { distributionCsv } from "@/lib/queries/analytics/metric-csv";
import { metricDistribution } from "@/lib/queries/analytics/metric-distribution";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.getMetricDistribution,
  async ({ viewer, filters, query: { format, ...query } }) =>
    csvOr(format, await metricDistribution(viewer, { ...query, filters }), distributionCsv, "distribution"),
);
