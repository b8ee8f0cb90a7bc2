import { csvOr } from "@/app/api/v1/analytics/csv-or";
import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { listPeople } from "@/lib/queries/analytics/list-people";
import { peopleCsv } from "@/lib/queries/analytics/metric-csv";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.listPeople,
  async ({ viewer, filters, query: { format, ...query } }) =>
    csvOr(format, await listPeople(viewer, { ...query, filters }), peopleCsv, "people"),
);
