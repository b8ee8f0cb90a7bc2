import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { countsOfViews } from "@/lib/saved/view-counts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.countViews, ({ viewer }) => countsOfViews(viewer));
