import { csvOr } from "@/app/api/v1/analytics/csv-or";
import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { flowListCsv } from "@/lib/queries/flows/flow-csv";
import { listFlows } from "@/lib/queries/flows/list-flows";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.listFlows,
  async ({ viewer, filters, query: { format, ...query } }) =>
    csvOr(format, await listFlows(viewer, { ...query, filters }), flowListCsv, "flows"),
);
