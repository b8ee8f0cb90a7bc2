import { csvOr } from "@/app/api/v1/analytics/csv-or";
import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { stuckCsv } from "@/lib/queries/stuck/stuck-csv";
import { stuckPageOf } from "@/lib/queries/stuck/stuck-page";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.listStuck, async ({ viewer, filters, query }) =>
  csvOr(query.format, await stuckPageOf(viewer, { ...query, filters }), stuckCsv, "stuck"),
);
