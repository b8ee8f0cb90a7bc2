import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { unfamiliarReport } from "@/lib/queries/unfamiliar-report";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.getUnfamiliar, ({ viewer }) =>
  unfamiliarReport(viewer),
);
