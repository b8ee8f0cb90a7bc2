import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { choicesOfFilters } from "@/lib/queries/lists/choices-of-filters";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.listFilterValues, ({ viewer }) =>
  choicesOfFilters(viewer),
);
