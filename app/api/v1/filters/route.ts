import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { choicesOfFilters } from "@/lib/queries/lists/choices-of-filters";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.filters, ({ viewer }) => choicesOfFilters(viewer));
