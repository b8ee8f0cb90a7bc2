import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { countsOfViews } from "@/lib/saved/view-counts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.viewCounts, ({ viewer }) => countsOfViews(viewer));
