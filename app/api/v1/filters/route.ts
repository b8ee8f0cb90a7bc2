import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { valuesOfFilters } from "@/lib/queries/lists/values-of-filters";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.filters, ({ viewer }) => valuesOfFilters(viewer));
