import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { historyOfVariable } from "@/lib/queries/conversations/variable-history";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.visitorVariable, ({ viewer, path, query }) =>
  historyOfVariable(viewer, { ...path, cursor: query.cursor }),
);
