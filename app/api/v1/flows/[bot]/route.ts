import { csvOr } from "@/app/api/v1/analytics/csv-or";
import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { flowCsv } from "@/lib/queries/flows/flow-csv";
import { flowMap } from "@/lib/queries/flows/flow-map";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.getFlow,
  async ({ viewer, path, filters, query: { format, ...query } }) =>
    csvOr(format, await flowMap(viewer, { ...path, ...query, filters }), flowCsv, "flow"),
);
