import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { valuesOfFilters } from "@/lib/queries/lists/values-of-filters";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.listFilterValues, ({ viewer }) =>
  valuesOfFilters(viewer),
);
