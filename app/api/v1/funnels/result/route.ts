import { csvOr } from "@/app/api/v1/analytics/csv-or";
import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { funnelCsv } from "@/lib/queries/funnels/funnel-csv";
import { funnelResultOf } from "@/lib/queries/funnels/funnel-result";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.getFunnelResult,
  async ({ viewer, filters, query: { format, ...query } }) =>
    csvOr(format, await funnelResultOf(viewer, { ...query, filters }), funnelCsv, "funnel"),
);
