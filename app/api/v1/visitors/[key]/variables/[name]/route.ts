import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { historyOfVariable } from "@/lib/queries/conversations/variable-history";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.listVariableValues, ({ viewer, path, query }) =>
  historyOfVariable(viewer, { ...path, cursor: query.cursor }),
);
