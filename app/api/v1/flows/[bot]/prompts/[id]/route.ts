import { csvOr } from "@/app/api/v1/analytics/csv-or";
import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { flowPromptCsv } from "@/lib/queries/flows/flow-csv";
import { flowPrompt } from "@/lib/queries/flows/flow-prompt";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.getFlowPrompt,
  async ({ viewer, path, filters, query: { format, ...query } }) =>
    csvOr(format, await flowPrompt(viewer, { ...path, ...query, filters }), flowPromptCsv, "prompt"),
);
