import { csvOr } from "@/app/api/v1/analytics/csv-or";
import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { flowWiringCsv } from "@/lib/queries/flows/flow-csv";
import { flowWiring } from "@/lib/queries/flows/flow-wiring";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.getFlowWiring,
  async ({ viewer, path, filters, query: { format, ...query } }) =>
    csvOr(format, await flowWiring(viewer, { ...path, ...query, filters }), flowWiringCsv, "wiring"),
);
