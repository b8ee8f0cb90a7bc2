import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { tabCounts } from "@/lib/queries/lists/tab-counts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.counts, ({ viewer, filters }) =>
  tabCounts(viewer, filters),
);
